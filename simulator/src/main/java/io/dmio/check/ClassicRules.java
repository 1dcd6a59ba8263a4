package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.engine.IoRequest;
import io.dmio.ledger.Sizes;
import io.dmio.mempool.Mempool;
import org.jspecify.annotations.Nullable;

/**
 * Classic: one client, whose reserve of ios is for 4 ios a page held; that of bios has one size.
 */
final class ClassicRules extends DialectRules {

  private static final int IOS_A_PAGE = 4;
  private static final int MOST_VECTORS = 256;

  private final int bios;

  /** The rules for a reserve of that many bios. */
  ClassicRules(int bios) {
    this.bios = bios;
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
    return isIos(pool) ? pages * IOS_A_PAGE : bios;
  }

  @Override
  @Nullable String wrongReserve(Mempool<?> pool, HeldPages pages) {
    int minNr = pool.minNr();
    long now = reserveOf(pool.id(), pages.held());
    boolean right =
        !pool.exists() || minNr == now || minNr == reserveOf(pool.id(), pages.heldIfGranted());
    return right
        ? null
        : isIos(pool.id())
            ? "min_nr is " + minNr + ", but " + pages.held() + " pages are held, which is " + now
            : "min_nr is " + minNr + ", but the engine was made with " + now;
  }

  @Override
  boolean interruptible() {
    return true;
  }

  @Override
  boolean poolsSyncIo() {
    return false;
  }

  @Override
  int capacity(long sectors) {
    return array(Math.min(sectors / Sizes.SECTORS_A_PAGE + 2, MOST_VECTORS)) - 1;
  }

  @Override
  boolean merges(long address) {
    return address % Sizes.PAGE != 0;
  }

  @Override
  boolean fits(QueueLimits limits, int segments, long bytes) {
    return segments <= limits.maxSegments() && Sizes.sectorsTouched(bytes) <= limits.maxSectors();
  }

  @Override
  boolean sendsEmpty(int flags) {
    return false;
  }
}
