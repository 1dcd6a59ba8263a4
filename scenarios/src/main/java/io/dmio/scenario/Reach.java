package io.dmio.scenario;

import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.workload.RegionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which sectors the steps of a file can touch, for rules that can never fire. */
final class Reach {

  private final List<Touch> touches = new ArrayList<>();
  private boolean unknown;

  private record Touch(RegionSpec region, FaultOp op) {}

  /** A step does this. */
  void add(RegionSpec region, FaultOp op) {
    if (region.count() > 0) {
      touches.add(new Touch(region, op));
    }
  }

  /** A step flushes a device, which is about all of it. */
  void addFlush(int device) {
    touches.add(new Touch(new RegionSpec(device, 0, Long.MAX_VALUE), FaultOp.FLUSH));
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
