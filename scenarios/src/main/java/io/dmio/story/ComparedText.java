package io.dmio.story;

import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Comparison;
import java.util.ArrayList;
import java.util.List;

/** How much the checks have compared, for a terminal. */
public final class ComparedText {

  private final Compared compared;
  private final ScenarioLines source;

  public ComparedText(Compared compared, ScenarioLines source) {
    this.compared = compared;
    this.source = source;
  }

  /** The checks that have compared something, each with how much, as lines of some length. */
  public List<String> counts(int length) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Check check : Check.values()) {
      if (compared.of(check) > 0) {
        String count = check.text() + " " + compared.of(check);
        if (!line.isEmpty() && line.length() + count.length() + 2 > length) {
          lines.add(line.append(',').toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : ", ").append(count);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** The checks that had nothing to compare, in a few words; empty if there are none. */
  public String nothing() {
    List<String> names = new ArrayList<>();
    for (Check check : Check.values()) {
      if (hadNothing(compared, check)) {
        names.add(check.text());
      }
    }
    return names.isEmpty() ? "" : "nothing to compare: " + String.join(", ", names);
  }

  /** The checks that are skipped, each with its reason. */
  public List<String> skips() {
    List<String> skips = new ArrayList<>();
    for (Check check : compared.skipped()) {
      String reason = source.reasonOfSkip(check);
      skips.add(check.text() + (reason.isEmpty() ? "" : ": " + reason));
    }
    return skips;
  }

  /** Whether a check is not skipped, and compares something in other runs. */
  public static boolean hadNothing(Compared compared, Check check) {
    return compared.of(check) == 0 && !Comparison.of(check).isEmpty() && !compared.isSkipped(check);
  }
}
