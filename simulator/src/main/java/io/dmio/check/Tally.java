package io.dmio.check;

import java.util.ArrayList;
import java.util.List;

/** Counts what the checks of one world compare, over all boots of its host. */
final class Tally {

  private final long[] counts = new long[Comparison.all().size()];

  /** Something was compared. */
  void add(Comparison what) {
    counts[what.ordinal()]++;
  }

  /** A number of things were compared, 0 or more. */
  void add(Comparison what, long many) {
    assert many >= 0 : many + " of " + what;
    counts[what.ordinal()] += many;
  }

  /** The counts, without those of checks that are skipped. */
  Compared compared(List<Check> skipped) {
    List<Long> told = new ArrayList<>(counts.length);
    for (Comparison comparison : Comparison.all()) {
      told.add(skipped.contains(comparison.check()) ? 0 : counts[comparison.ordinal()]);
    }
    return new Compared(told, skipped);
  }
}
