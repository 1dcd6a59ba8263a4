package io.dmio.check;

import io.dmio.block.SectorContent;

/** What is known of a stretch of sectors of one device. */
final class HistoryChunk {

  /** Sectors of a chunk, as a power of two. */
  static final int SHIFT = 9;

  /** Sectors of a chunk. */
  static final int SECTORS = 1 << SHIFT;

  private final long[] tags = new long[SECTORS];
  private final Granule[] granules = new Granule[SECTORS >> Granule.SHIFT];
  private int disputed;

  HistoryChunk(long number, SectorContent initial) {
    initial.fill(number << SHIFT, tags);
    for (int i = 0; i < granules.length; i++) {
      int place = i << Granule.SHIFT;
      granules[i] = new Granule(this, (number << SHIFT) + place, place);
    }
  }

  /** The tags of the granules that have none elsewhere. */
  long[] tags() {
    return tags;
  }

  /** The version of each sector, or what it was at the begin of its granule's contest. */
  long[] allTags() {
    for (Granule granule : granules) {
      granule.ownTags();
    }
    return tags;
  }

  /** The tag of a sector. */
  long tag(long sector) {
    Granule granule = granule(Granule.of(sector));
    return granule.tags()[granule.indexOf(sector)];
  }

  /** The granule of this number. */
  Granule granule(long number) {
    return granules[(int) number & (granules.length - 1)];
  }

  /** More or fewer of the granules have a contest. */
  void disputed(int more) {
    disputed += more;
  }

  /** Whether there is no contest, so that every sector has one version. */
  boolean isUndisputed() {
    return disputed == 0;
  }
}
