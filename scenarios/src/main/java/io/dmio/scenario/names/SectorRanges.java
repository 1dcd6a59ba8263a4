package io.dmio.scenario.names;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Ranges of sectors of one device; those that overlap or follow each other are one. */
public final class SectorRanges {

  /** The ends of the ranges, by their begins. */
  private final TreeMap<Long, Long> ends = new TreeMap<>();

  /** Adds a range of one sector or more. */
  public void add(long sector, long count) {
    long begin = sector;
    long end = end(sector, count);
    for (Map.Entry<Long, Long> near = ends.floorEntry(end);
        near != null && near.getValue() >= begin;
        near = ends.floorEntry(end)) {
      begin = Math.min(begin, near.getKey());
      end = Math.max(end, near.getValue());
      ends.remove(near.getKey());
    }
    ends.put(begin, end);
  }

  /** Shows every range, by its begin and the sector behind its end. */
  public void forEach(BiConsumer<Long, Long> range) {
    ends.forEach(range);
  }

  /** Whether a range of one sector or more has a sector that was added. */
  boolean overlap(long sector, long count) {
    Map.Entry<Long, Long> last = ends.lowerEntry(end(sector, count));
    return last != null && last.getValue() > sector;
  }

  private static long end(long sector, long count) {
    return count > Long.MAX_VALUE - sector ? Long.MAX_VALUE : sector + count;
  }
}
