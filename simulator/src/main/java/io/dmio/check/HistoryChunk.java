package io.dmio.check;

import io.dmio.block.SectorContent;
import org.jspecify.annotations.Nullable;

/** What is known of a stretch of sectors of one device. */
final class HistoryChunk {

  /** Sectors of a chunk, as a power of two. */
  static final int SHIFT = 9;

  /** Sectors of a chunk. */
  static final int SECTORS = 1 << SHIFT;

  private final long first;
  private final long[] tags;

  /** Those that something has happened to. */
  private final @Nullable Granule[] granules = new Granule[SECTORS >> Granule.SHIFT];

  private int disputed;

  HistoryChunk(long number, SectorContent initial) {
    this.first = number << SHIFT;
    this.tags = initial.tags(first, SECTORS);
  }

  /** The tags of the granules that have none elsewhere. */
  long[] tags() {
    return tags;
  }

  /** The version of each sector, or what it was at the begin of its granule's contest. */
  long[] allTags() {
    for (@Nullable Granule granule : granules) {
      if (granule != null) {
        granule.ownTags();
      }
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
    int index = (int) number & (granules.length - 1);
    Granule granule = granules[index];
    return granule == null ? newGranule(index) : granule;
  }

  private Granule newGranule(int index) {
    int place = index << Granule.SHIFT;
    Granule granule = new Granule(this, first + place, place);
    granules[index] = granule;
    return granule;
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
