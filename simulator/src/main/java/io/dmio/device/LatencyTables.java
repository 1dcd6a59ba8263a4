package io.dmio.device;

import io.dmio.sim.QuantileTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The lognormal tables of one world. Disks of equal latency share one: it is dear to make, and one
 * table stays in the processor's nearest cache where several do not.
 */
public final class LatencyTables {

  private final List<Entry> entries = new ArrayList<>();

  /** Makes an empty collection. */
  public LatencyTables() {}

  QuantileTable of(LatencySpec.Lognormal spec) {
    for (Entry entry : entries) {
      if (entry.medianNanos == spec.medianNanos() && entry.p99Nanos == spec.p99Nanos()) {
        return entry.table;
      }
    }
    QuantileTable table = QuantileTable.lognormal(spec.medianNanos(), spec.p99Nanos());
    entries.add(new Entry(spec.medianNanos(), spec.p99Nanos(), table));
    return table;
  }

  private record Entry(long medianNanos, long p99Nanos, QuantileTable table) {}
}
