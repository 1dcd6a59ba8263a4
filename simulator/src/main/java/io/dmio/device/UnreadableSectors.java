package io.dmio.device;

import java.util.TreeSet;

/** Sectors that cannot be read until they are written anew. */
final class UnreadableSectors {

  private final TreeSet<Long> sectors = new TreeSet<>();

  /** Sectors are lost. */
  void add(long first, long end) {
    for (long sector = first; sector < end; sector++) {
      sectors.add(sector);
    }
  }

  /** Sectors are written anew, if only in a cache: the disk has put them elsewhere. */
  void heal(long first, long end) {
    sectors.subSet(first, end).clear();
  }

  /** Whether all sectors can be read. */
  boolean isEmpty() {
    return sectors.isEmpty();
  }

  /** Whether one of the sectors is lost. */
  boolean any(long first, long end) {
    Long next = sectors.ceiling(first);
    return next != null && next < end;
  }
}
