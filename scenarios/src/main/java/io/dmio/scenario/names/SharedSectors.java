package io.dmio.scenario.names;

import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds devices that have sectors in common, because one stands on the other or both on a third.
 */
public final class SharedSectors implements SectorMap.Visitor {

  /** How many parts are looked at. */
  private static final int MOST_PARTS = 1 << 18;

  private final SectorMap map;

  /** By disk: the ends of ranges that were seen, by their begins; they do not overlap. */
  private final Map<Integer, TreeMap<Long, Long>> seen = new TreeMap<>();

  private boolean shared;
  private int parts;

  /** There are too many parts to look at. */
  public static final class TooManyParts extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooManyParts() {
      super("more than " + MOST_PARTS + " parts", null, false, false);
    }
  }

  public SharedSectors(SectorMap map) {
    this.map = map;
  }

  /**
   * Adds a range that is written; whether a part of it was added before.
   *
   * @throws TooManyParts if that would take too long to find out
   */
  public boolean add(int device, long sector, long count) {
    shared = false;
    map.visit(device, true, sector, count, this);
    return shared;
  }

  @Override
  public void part(Ground ground, int disk, long sector, long count, long offset) {
    if (++parts > MOST_PARTS) {
      throw new TooManyParts();
    }
    if (ground != Ground.DISK || shared) {
      return;
    }
    TreeMap<Long, Long> ranges = seen.computeIfAbsent(disk, d -> new TreeMap<>());
    Map.@Nullable Entry<Long, Long> before = ranges.lowerEntry(sector + count);
    if (before != null && before.getValue() > sector) {
      shared = true;
    } else {
      ranges.put(sector, sector + count);
    }
  }
}
