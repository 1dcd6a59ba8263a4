package io.dmio.check;

import org.jspecify.annotations.Nullable;

/**
 * The permitted contents of 128 sectors in a row.
 *
 * <p>In the common case a sector has one permitted version, its tag. A granule of 8 sectors whose
 * bios overlapped in time, or of which a write failed, has a {@link Contest} besides.
 */
final class HistoryChunk {

  /** Sectors, as a power of two. */
  static final int SHIFT = 7;

  static final int SECTORS = 1 << SHIFT;

  /** Sectors of a granule, as a power of two. */
  static final int GRANULE_SHIFT = 3;

  static final int GRANULE = 1 << GRANULE_SHIFT;

  private static final int GRANULES = SECTORS / GRANULE;

  /** The version that is permitted where there is no contest. */
  final long[] tags = new long[SECTORS];

  /** Writes in flight, by granule. */
  final short[] writers = new short[GRANULES];

  /** Reads in flight, by granule. */
  final short[] readers = new short[GRANULES];

  private @Nullable Contest @Nullable [] contests;

  @Nullable Contest contest(int granule) {
    return contests == null ? null : contests[granule];
  }

  void setContest(int granule, @Nullable Contest contest) {
    if (contests == null) {
      contests = new Contest[GRANULES];
    }
    contests[granule] = contest;
  }
}
