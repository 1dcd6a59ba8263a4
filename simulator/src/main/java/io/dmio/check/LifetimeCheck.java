package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.Memory;
import io.dmio.block.Sectors;
import io.dmio.engine.Refusal;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolWatch;

/**
 * Nobody touches memory, bios or ios that were given back.
 *
 * <p>An asynchronous call's io is back in its pool before its caller hears: at the nth
 * notification, at least n ios have been given back.
 */
final class LifetimeCheck implements BioWatch, CallWatch, PoolWatch {

  private final Failures failures;
  private final Memory memory;
  private long iosOut;
  private long iosGivenBack;
  private long notified;

  LifetimeCheck(Failures failures, Memory memory) {
    this.failures = failures;
    this.memory = memory;
  }

  @Override
  public void submitted(Flight flight, Bio bio) {
    memoryIsThere(flight, bio, "submitted");
    if (flight.call().isOver()) {
      fail(flight, "was submitted after its call was over");
    }
  }

  @Override
  public void ended(Flight flight, Bio bio) {
    memoryIsThere(flight, bio, "ended");
    if (flight.call().isOver() && !flight.call().interrupted()) {
      fail(flight, "ended after its call was over");
    }
  }

  @Override
  public void strayed(Bio bio) {
    failures.add(
        Check.LIFETIME,
        "bio " + bio.number() + " was submitted after its call and all its bios were over",
        Place.ofCall(bio.call()));
  }

  @Override
  public void changed(Mempool<?> pool) {
    if (pool.id() != MempoolCheck.IOS) {
      return;
    }
    if (pool.out() < iosOut) {
      iosGivenBack++;
    }
    iosOut = pool.out();
  }

  @Override
  public void notified(OpenCall call, long bits) {
    if (isRefusedRead(call)) {
      return;
    }
    notified++;
    if (iosGivenBack < notified) {
      failures.add(
          Check.LIFETIME,
          failures.nameOf(call) + " was notified before its io was given back to engine.ios",
          Place.of(call));
      notified = iosGivenBack;
    }
  }

  private static boolean isRefusedRead(OpenCall call) {
    return Contract.breaks(Refusal.MULTI_REGION_READ, call.request(), true);
  }

  private void memoryIsThere(Flight flight, Bio bio, String when) {
    for (int vec = 0; vec < bio.vecCount(); vec++) {
      long end = bio.vecAddress(vec) + bio.vecLength(vec);
      long page = bio.vecAddress(vec) & -Sectors.PAGE_SIZE;
      for (; page < end; page += Sectors.PAGE_SIZE) {
        if (!memory.isAllocated(page)) {
          fail(
              flight,
              when
                  + " with vector "
                  + vec
                  + " in frame "
                  + page / Sectors.PAGE_SIZE
                  + ", which was given back");
          return;
        }
      }
    }
  }

  private void fail(Flight flight, String what) {
    failures.add(
        Check.LIFETIME,
        "a bio of " + failures.nameOf(flight.call()) + " " + what,
        Place.of(flight));
  }
}
