package io.dmio.engine;

import io.dmio.block.Errno;

/** Get and put: the reserve of ios follows the pages that are held. */
final class PageAccount {

  private final IoPools pools;
  private final Steps steps;
  private final int bioReserve;
  private long pages;

  PageAccount(IoPools pools, Steps steps, int bioReserve) {
    this.pools = pools;
    this.steps = steps;
    this.bioReserve = bioReserve;
  }

  /** Holds pages more; the first get makes the pools. */
  IoReturn get(int more) {
    boolean made = pools.exist() ? grow(more) : pools.create(ios(more), bioReserve);
    if (!made) {
      return IoReturn.failed(Errno.ENOMEM);
    }
    pages += more;
    assert pages >= 0 && pools.exist() : pages + " pages are held without pools";
    return IoReturn.ACCEPTED;
  }

  /** Holds pages less; the last put destroys the pools. */
  IoReturn put(int fewer, boolean inUse) {
    if (!pools.exist() || fewer > pages) {
      return IoReturn.refused(Refusal.PUT_UNCOVERED);
    }
    if (fewer < pages) {
      pools.ios().resize(ios(pages - fewer));
    } else if (inUse) {
      return IoReturn.refused(Refusal.PUT_IN_USE);
    } else {
      pools.bios().destroy();
      pools.ios().destroy();
    }
    pages -= fewer;
    assert pages >= 0 && (pages > 0 || !pools.exist()) : pages + " pages are held after a put";
    return IoReturn.ACCEPTED;
  }

  private boolean grow(int more) {
    if (more > 0) {
      pools.ios().resize(ios(pages + more));
    }
    return true;
  }

  private int ios(long forPages) {
    return Math.toIntExact(forPages * steps.iosOfPage());
  }
}
