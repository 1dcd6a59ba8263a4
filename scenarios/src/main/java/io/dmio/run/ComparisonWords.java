package io.dmio.run;

import io.dmio.engine.ErrorBits;
import io.dmio.model.Quantities;
import io.dmio.run.CallFigures.BioFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a comparison says of calls, for people. */
public final class ComparisonWords {

  private static final int MOST_BIOS = 4;

  private ComparisonWords() {}

  /** One aspect of a call in both runs: two texts, different if the call differs in it. */
  public static List<String> sides(ComparedCall call, Aspect aspect) {
    if (aspect == Aspect.BIOS && call.left() != null && call.right() != null) {
      return bios(call.left().bios(), call.right().bios());
    }
    return List.of(side(call.left(), aspect), side(call.right(), aspect));
  }

  private static String side(@Nullable CallFigures figures, Aspect aspect) {
    if (figures == null) {
      return aspect == Aspect.CALL ? "no such call" : "";
    }
    return switch (aspect) {
      case CALL -> figures.does() + ", " + returned(figures);
      case RETURN -> returned(figures);
      case BITS ->
          figures.bitsHeard()
              ? ErrorBits.binary(figures.bits(), Math.min(Long.SIZE, figures.regions()))
              : "none heard";
      case BIOS -> bios(figures.bios());
      case DATA -> figures.data().isEmpty() ? "-" : figures.data();
      case LATENCY ->
          figures.latencyNanos() < 0 ? "never ended" : Quantities.exactTime(figures.latencyNanos());
    };
  }

  private static String returned(CallFigures figures) {
    String refused = figures.refusal().isEmpty() ? "" : ", refused: " + figures.refusal();
    return figures.returned() + refused;
  }

  /** Where the sums are equal, the first bios that are not. */
  private static List<String> bios(List<BioFigures> left, List<BioFigures> right) {
    String one = bios(left);
    String other = bios(right);
    if (left.equals(right) || !one.equals(other)) {
      return List.of(one, other);
    }
    int first = 0;
    while (left.get(first).equals(right.get(first))) {
      first++;
    }
    String number = ", bio " + first + " is ";
    return List.of(one + number + bio(left.get(first)), other + number + bio(right.get(first)));
  }

  private static String bios(List<BioFigures> bios) {
    if (bios.isEmpty()) {
      return "none";
    }
    if (bios.size() <= MOST_BIOS) {
      return bios.stream().map(ComparisonWords::bio).collect(Collectors.joining(", "));
    }
    Map<String, Integer> counts = new TreeMap<>();
    bios.forEach(bio -> counts.merge(bio.device(), 1, Integer::sum));
    StringJoiner text = new StringJoiner(", ", bios.size() + ": ", "");
    counts.forEach((device, count) -> text.add(count + " of " + device));
    long failed = bios.stream().filter(bio -> !bio.status().equals("OK")).count();
    return failed == 0 ? text.toString() : text + ", " + failed + " failed";
  }

  private static String bio(BioFigures bio) {
    String sectors =
        bio.sectors() == 0 ? " flush" : "@" + Quantities.sectors(bio.sector(), bio.sectors());
    return bio.device() + sectors + (bio.status().equals("OK") ? "" : " " + bio.status());
  }

  /** What was found, in one sentence. */
  public static String summary(RunComparison comparison) {
    int all = comparison.calls().size();
    int differing = comparison.differing().size();
    if (differing == 0) {
      return "no difference: return, bits, bios, data and latency of "
          + Quantities.count(all, "call")
          + " are the same";
    }
    String counts =
        Arrays.stream(Aspect.values())
            .filter(aspect -> aspect != Aspect.CALL && comparison.count(aspect) > 0)
            .map(aspect -> comparison.count(aspect) + " in " + aspect.text())
            .collect(Collectors.joining(", "));
    return differing
        + " of "
        + Quantities.count(all, "call")
        + (differing == 1 ? " differs" : " differ")
        + (counts.isEmpty() ? "" : ": " + counts)
        + only(comparison.onlyLeft(), comparison.left())
        + only(comparison.onlyRight(), comparison.right());
  }

  private static String only(long count, ComparedRun run) {
    return count == 0
        ? ""
        : "; " + Quantities.count(count, "call") + " in " + run.label() + " only";
  }
}
