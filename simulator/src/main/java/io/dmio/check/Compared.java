package io.dmio.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much the checks have compared.
 *
 * @param counts how often, in the order of {@link Comparison}; 0 or more
 * @param skipped the checks that are skipped; they count nothing
 */
public record Compared(List<Long> counts, List<Check> skipped) {

  /** Nothing was compared. */
  public static final Compared NOTHING =
      new Compared(Collections.nCopies(Comparison.all().size(), 0L), List.of());

  /** Copies the lists. */
  public Compared {
    counts = List.copyOf(counts);
    skipped = List.copyOf(skipped);
    if (counts.size() != Comparison.all().size()) {
      throw new IllegalArgumentException(
          counts.size() + " counts of " + Comparison.all().size() + " comparisons");
    }
  }

  /** How often something was compared. */
  public long of(Comparison what) {
    return counts.get(what.ordinal());
  }

  /** How much a check has compared, all its counts together. */
  public long of(Check check) {
    long sum = 0;
    for (Comparison comparison : Comparison.of(check)) {
      sum += of(comparison);
    }
    return sum;
  }

  /** Whether a check is skipped. */
  public boolean isSkipped(Check check) {
    return skipped.contains(check);
  }

  /** What two worlds of one scenario have compared together. */
  public Compared plus(Compared other) {
    List<Long> sums = new ArrayList<>(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      sums.add(counts.get(i) + other.counts.get(i));
    }
    return new Compared(sums, skipped);
  }
}
