package io.dmio.check;

import org.jspecify.annotations.Nullable;

/**
 * What one write has left, or may have left, on the sectors of a granule. Reused.
 *
 * <p>Times are readings of the clock of the checks. Sets of sectors have bit i for sector i of the
 * granule.
 */
final class Version {

  /** The end of a write that has not ended. */
  private static final long IN_FLIGHT = Long.MAX_VALUE;

  /** Those of the write, which nobody changes; the tag of a sector is {@code skipped} further. */
  private long[] tags = {};

  private int skipped;
  private @Nullable CheckedBio write;
  private long begin;
  private long end;
  private int sectors;
  private boolean ok;
  private boolean settled;
  private boolean cut;

  /** A write starts, or started before. */
  void start(CheckedBio of, long firstSector) {
    write = of;
    begin = of.begin();
    end = IN_FLIGHT;
    sectors = Granules.covered(of, firstSector);
    skipped = (int) (firstSector - of.sector());
    tags = of.tags();
    ok = false;
    settled = false;
    cut = false;
  }

  /** What a sector may hold, as if a write of it that took no time had failed. */
  void hold(int sector, long tag, long now) {
    write = null;
    begin = now;
    end = now;
    sectors = 1 << sector;
    skipped = -sector;
    tags = new long[] {tag};
    ok = false;
    settled = false;
    cut = false;
  }

  /** The write ends. If power failed while it was in flight and it fails, what it left is left. */
  void finish(long now, boolean well) {
    assert isInFlight() : "a write ends at " + now + " that ended at " + end;
    assert begin <= now : "a write ends at " + now + " that started at " + begin;
    write = null;
    end = now;
    ok = well;
    settled = cut && !well;
  }

  /** A flush or a loss of power cannot change any more what it has left. */
  void settle() {
    settled = true;
  }

  /**
   * Power has failed: what has ended is left now, and nobody knows of a write in flight.
   *
   * @return its sectors if it is in flight, else none
   */
  int powerCut(long now) {
    if (isInFlight()) {
      cut = true;
      return sectors;
    }
    begin = now;
    end = now;
    ok = false;
    settled = true;
    return 0;
  }

  /** Some sectors do not hold it. */
  void remove(int gone) {
    sectors &= ~gone;
  }

  /** Whether it is that of a write that has not ended. */
  boolean isOf(CheckedBio bio) {
    return write == bio;
  }

  boolean isInFlight() {
    return end == IN_FLIGHT;
  }

  /** Whether its write has ended well. */
  boolean isOk() {
    return ok;
  }

  /** Whether neither a flush nor a loss of power changes anything about it. */
  boolean isSettled() {
    return settled;
  }

  /** When its write started. */
  long begin() {
    return begin;
  }

  /** When its write ended; later than everything if it has not. */
  long end() {
    return end;
  }

  /** The sectors that may hold it. */
  int sectors() {
    return sectors;
  }

  /** Whether a sector may hold it. */
  boolean has(int sector) {
    return Granules.has(sectors, sector);
  }

  /** What a sector holds by it. */
  long tag(int sector) {
    return tags[sector + skipped];
  }

  /** Copies its tags of some sectors to their places. */
  void copy(int which, long[] into) {
    for (int rest = sectors & which; rest != 0; rest &= rest - 1) {
      int sector = Integer.numberOfTrailingZeros(rest);
      into[sector] = tag(sector);
    }
  }
}
