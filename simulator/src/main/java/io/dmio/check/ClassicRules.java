package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.block.Sectors;
import io.dmio.engine.IoRequest;
import io.dmio.mempool.Mempool;
import org.jspecify.annotations.Nullable;

/** Classic: one client, whose reserve of ios is for 4 ios a page held. */
final class ClassicRules extends DialectRules {

  private static final int IOS_A_PAGE = 4;
  private static final int MOST_VECTORS = 256;

  @Override
  boolean poolExists(PageBook pages, SecondBooks pools, IoRequest request) {
    return pages.exists();
  }

  @Override
  boolean hasWrongMemory(IoRequest request) {
    return false;
  }

  @Override
  boolean countsPages() {
    return true;
  }

  @Override
  long reserveOf(int pool, long pages) {
    return pages * IOS_A_PAGE;
  }

  @Override
  @Nullable String wrongReserve(Mempool<?> pool, PageBook pages) {
    if (!SecondBooks.isIos(pool.id())) {
      return null;
    }
    int minNr = pool.minNr();
    long now = reserveOf(pool.id(), pages.held());
    return minNr == now || minNr == reserveOf(pool.id(), pages.heldIfGranted())
        ? null
        : "min_nr is " + minNr + ", but " + pages.held() + " pages are held, which is " + now;
  }

  @Override
  boolean poolsSyncIo() {
    return false;
  }

  @Override
  int capacity(long sectors) {
    return array(Math.min(sectors / Sectors.PER_PAGE + 2, MOST_VECTORS)) - 1;
  }

  @Override
  boolean merges(long address) {
    return (address & (Sectors.PAGE_SIZE - 1)) != 0;
  }

  @Override
  boolean fits(QueueLimits limits, int segments, long bytes) {
    return segments <= limits.maxSegments() && Sectors.covering(bytes) <= limits.maxSectors();
  }

  @Override
  boolean sendsEmpty(int flags) {
    return false;
  }
}
