package io.dmio.scenario.names;

import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.workload.RegionSpec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which sectors the steps of a file can touch, for rules that can never fire. */
public final class TouchedSectors {

  /** Ranges of stacked devices that are larger are taken for all that is below. */
  private static final long MOST_SECTORS = 1 << 14;

  private final Map<FaultOp, Map<Integer, SectorRanges>> touched = new EnumMap<>(FaultOp.class);
  private final @Nullable SectorMap map;
  private boolean unknown;

  /**
   * Nothing is touched.
   *
   * @param map where the sectors of stacked devices lie, or null if that is not known
   */
  public TouchedSectors(@Nullable SectorMap map) {
    this.map = map;
  }

  /** Where the sectors of stacked devices lie, or null if that is not known. */
  public @Nullable SectorMap map() {
    return map;
  }

  /** A step does this. */
  public void add(RegionSpec region, FaultOp op) {
    if (map == null) {
      unknown = true;
    } else if (region.count() > MOST_SECTORS && map.isStacked(region.device())) {
      for (int disk : map.disksBelow(region.device())) {
        touch(op, disk, 0, Long.MAX_VALUE);
      }
    } else if (region.count() > 0) {
      map.visit(
          region.device(),
          op != FaultOp.READ,
          region.sector(),
          region.count(),
          (ground, device, sector, count, offset) -> {
            if (ground == Ground.DISK) {
              touch(op, device, sector, count);
            }
          });
    }
  }

  /** A step flushes a device, which is about all of it. */
  public void addFlush(int device) {
    if (map == null) {
      unknown = true;
      return;
    }
    for (int disk : map.flushed(device)) {
      touch(FaultOp.FLUSH, disk, 0, Long.MAX_VALUE);
    }
  }

  /** A step does what cannot be read from the file. */
  public void addUnknown() {
    unknown = true;
  }

  /** Whether something can touch one of the extents by one of the operations. */
  public boolean touches(List<Extent> extents, Set<FaultOp> ops) {
    if (unknown) {
      return true;
    }
    for (FaultOp op : ops) {
      Map<Integer, SectorRanges> devices = touched.getOrDefault(op, Map.of());
      for (Extent extent : extents) {
        SectorRanges sectors = devices.get(extent.device());
        if (sectors != null && sectors.overlap(extent.first(), extent.count())) {
          return true;
        }
      }
    }
    return false;
  }

  private void touch(FaultOp op, int device, long sector, long count) {
    touched
        .computeIfAbsent(op, o -> new TreeMap<>())
        .computeIfAbsent(device, d -> new SectorRanges())
        .add(sector, count);
  }
}
