package io.dmio.scenario.step;

import io.dmio.fault.FaultOp;
import io.dmio.scenario.names.SectorRanges;
import io.dmio.scenario.names.TouchedSectors;
import io.dmio.workload.RegionSpec;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects the sectors that a replay touches, and joins those that are neighbours. */
final class ReplayReach {

  private final Map<Integer, Map<FaultOp, SectorRanges>> touched = new TreeMap<>();

  /** A request does this. */
  void add(int device, FaultOp op, long sector, long count) {
    touched
        .computeIfAbsent(device, d -> new EnumMap<>(FaultOp.class))
        .computeIfAbsent(op, o -> new SectorRanges())
        .add(sector, count);
  }

  /** Tells all of it. */
  void tell(TouchedSectors touchedSectors) {
    touched.forEach(
        (device, ops) ->
            ops.forEach(
                (op, sectors) ->
                    sectors.forEach(
                        (begin, end) ->
                            touchedSectors.add(new RegionSpec(device, begin, end - begin), op))));
  }
}
