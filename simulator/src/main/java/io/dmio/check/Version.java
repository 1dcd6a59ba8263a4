package io.dmio.check;

import org.jspecify.annotations.Nullable;

/** What one write has left, or may have left, on the sectors of a granule. Reused. */
final class Version {

  /** The end of a write that has not ended. */
  static final long IN_FLIGHT = Long.MAX_VALUE;

  /** Those of the write, which nobody changes; the tag of a sector is {@code skipped} further. */
  private long[] tags = {};

  private int skipped;

  /** The write, while it is under way. */
  @Nullable CheckedBio write;

  /** When the write began, on the clock of the data check. */
  long begin;

  /** When it ended, or {@link #IN_FLIGHT}. */
  long end;

  /** Bit i: sector i may hold it. */
  int mask;

  /** Those bits of the mask that are about to go. */
  int dying;

  /** A write begins, or has begun before. */
  void begin(CheckedBio of, long firstSector) {
    write = of;
    begin = of.begin();
    end = IN_FLIGHT;
    int from = (int) Math.max(0, of.sector() - firstSector);
    int to = (int) Math.min(Granule.SECTORS, of.end() - firstSector);
    mask = (1 << to) - (1 << from);
    skipped = (int) (firstSector - of.sector());
    tags = of.tags();
  }

  /** What a sector may hold, as if a write of it had failed. */
  void hold(int sector, long tag, long now) {
    write = null;
    begin = now;
    end = now;
    mask = 1 << sector;
    skipped = -sector;
    tags = new long[] {tag};
  }

  /** The write ends. */
  void finish(long now) {
    write = null;
    end = now;
  }

  /** Whether a sector may hold it. */
  boolean has(int sector) {
    return (mask >>> sector & 1) != 0;
  }

  /** What a sector holds by it. */
  long tag(int sector) {
    return tags[sector + skipped];
  }

  /** Copies its tags of some sectors to their places. */
  void copy(int sectors, long[] into) {
    for (int rest = mask & sectors; rest != 0; rest &= rest - 1) {
      int sector = Integer.numberOfTrailingZeros(rest);
      into[sector] = tag(sector);
    }
  }
}
