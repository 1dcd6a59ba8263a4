package io.dmio.scenario;

import io.dmio.fault.FaultOp;
import io.dmio.workload.RegionSpec;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Collects the sectors that a replay touches, and joins those that are neighbours. */
final class ReplayReach {

  private final Map<Integer, Map<Integer, NavigableMap<Long, Long>>> ends = new TreeMap<>();

  /** A request does this. */
  void add(int device, FaultOp op, long sector, long count) {
    NavigableMap<Long, Long> runs =
        ends.computeIfAbsent(device, d -> new TreeMap<>())
            .computeIfAbsent(op.ordinal(), o -> new TreeMap<>());
    long begin = sector;
    long end = sector + count;
    Map.Entry<Long, Long> before = runs.floorEntry(end);
    while (before != null && before.getValue() >= begin) {
      begin = Math.min(begin, before.getKey());
      end = Math.max(end, before.getValue());
      runs.remove(before.getKey());
      before = runs.floorEntry(end);
    }
    runs.put(begin, end);
  }

  /** Tells all of it. */
  void tell(Reach reach) {
    ends.forEach(
        (device, ops) ->
            ops.forEach(
                (op, runs) ->
                    runs.forEach(
                        (begin, end) ->
                            reach.add(
                                new RegionSpec(device, begin, end - begin),
                                FaultOp.values()[op]))));
  }
}
