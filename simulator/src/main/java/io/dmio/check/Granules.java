package io.dmio.check;

/** How the sectors of a device are grouped into granules of 8 sectors each, numbered from 0. */
final class Granules {

  /** Sectors of a granule, as a power of two. */
  static final int SHIFT = 3;

  /** Sectors of a granule. */
  static final int SECTORS = 1 << SHIFT;

  /** All sectors of a granule, a bit for each. */
  static final int ALL = (1 << SECTORS) - 1;

  private Granules() {}

  /** The number of a sector's granule. */
  static long of(long sector) {
    return sector >>> SHIFT;
  }

  /** The first sector of a granule. */
  static long firstSector(long granule) {
    return granule << SHIFT;
  }

  /** The place of a sector in its granule, 0 to 7. */
  static int place(long sector) {
    return (int) sector & (SECTORS - 1);
  }

  /** The sectors of a granule that a bio covers, a bit for each. */
  static int covered(CheckedBio bio, long firstSector) {
    int from = (int) Math.max(0, bio.sector() - firstSector);
    int to = (int) Math.min(SECTORS, bio.end() - firstSector);
    assert from < to : "sectors " + from + " to " + to + " of a granule";
    return (1 << to) - (1 << from);
  }

  /** Whether a set of sectors has the one of a place. */
  static boolean has(int sectors, int place) {
    return (sectors >>> place & 1) != 0;
  }
}
