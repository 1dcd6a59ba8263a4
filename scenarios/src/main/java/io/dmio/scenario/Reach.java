package io.dmio.scenario;

import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.target.SectorMap;
import io.dmio.target.SectorMap.Ground;
import io.dmio.workload.RegionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which sectors the steps of a file can touch, for rules that can never fire. */
final class Reach {

  /** Ranges of stacked devices that are larger are taken for all that is below. */
  private static final long MOST_SECTORS = 1 << 14;

  private final List<Touch> touches = new ArrayList<>();
  private final @Nullable SectorMap map;
  private boolean unknown;

  /**
   * Nothing is touched.
   *
   * @param map where the sectors of stacked devices lie, or null if that is not known
   */
  Reach(@Nullable SectorMap map) {
    this.map = map;
  }

  private record Touch(RegionSpec region, FaultOp op) {}

  /** Where the sectors of stacked devices lie, or null if that is not known. */
  @Nullable SectorMap map() {
    return map;
  }

  /** A step does this. */
  void add(RegionSpec region, FaultOp op) {
    if (map == null) {
      unknown = true;
    } else if (region.count() > MOST_SECTORS && map.isStacked(region.device())) {
      for (int disk : map.disksBelow(region.device())) {
        touches.add(new Touch(new RegionSpec(disk, 0, Long.MAX_VALUE), op));
      }
    } else if (region.count() > 0) {
      map.visit(
          region.device(),
          op != FaultOp.READ,
          region.sector(),
          region.count(),
          (ground, device, sector, count) -> {
            if (ground == Ground.DISK) {
              touches.add(new Touch(new RegionSpec(device, sector, count), op));
            }
          });
    }
  }

  /** A step flushes a device, which is about all of it. */
  void addFlush(int device) {
    if (map == null) {
      unknown = true;
      return;
    }
    for (int disk : map.flushed(device)) {
      touches.add(new Touch(new RegionSpec(disk, 0, Long.MAX_VALUE), FaultOp.FLUSH));
    }
  }

  /** A step does what cannot be read from the file. */
  void addUnknown() {
    unknown = true;
  }

  /** Whether something can touch one of the extents by one of the operations. */
  boolean touches(List<Extent> extents, Set<FaultOp> ops) {
    if (unknown) {
      return true;
    }
    for (Touch touch : touches) {
      if (ops.contains(touch.op) && touches(extents, touch.region)) {
        return true;
      }
    }
    return false;
  }

  private static boolean touches(List<Extent> extents, RegionSpec region) {
    for (Extent extent : extents) {
      if (extent.device() == region.device() && extent.overlaps(region.sector(), region.count())) {
        return true;
      }
    }
    return false;
  }
}
