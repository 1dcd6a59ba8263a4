package io.dmio.scenario.expect;

import io.dmio.check.Check;
import io.dmio.check.Comparison;
import io.dmio.engine.Capability;
import io.dmio.scenario.event.EventKeys;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Sorted;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.testbed.RunExpectation.ComparedExpectation;
import io.dmio.workload.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of what is written what a scenario expects its checks to compare. */
final class ComparedCompiler {

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final ParsedObject root;
  private final List<Entry<Quantity>> entries;

  /** Reads {@code compared} of the {@code expect} of a scenario. */
  ComparedCompiler(Mistakes mistakes, DialectTerms terms, ParsedObject root, ParsedObject expect) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.root = root;
    this.entries = Sorted.byName(expect.get(ExpectKeys.COMPARED, List.of()));
  }

  /** What is expected, in the order of the names; what can never hold is reported. */
  List<ComparedExpectation> compile() {
    List<ComparedExpectation> expected = new ArrayList<>();
    for (Entry<Quantity> entry : entries) {
      ComparedText name = text(entry);
      Quantity count = entry.value();
      if (name != null && count != null) {
        checkSkipped(name, entry.at());
        if (count.low() > 0) {
          checkPossible(name, entry.at());
        }
        expected.add(new ComparedExpectation(name.check(), name.what(), count));
      }
    }
    checkSums(expected);
    return expected;
  }

  /** Names that are wrong were reported when they were read. */
  private static @Nullable ComparedText text(Entry<Quantity> entry) {
    try {
      return ComparedText.read(entry.name());
    } catch (InvalidScalar reported) {
      return null;
    }
  }

  private void checkSkipped(ComparedText name, Position at) {
    ParsedObject checks = root.get(ExpectKeys.CHECKS_KEY);
    List<Entry<String>> skip = checks == null ? List.of() : checks.get(ExpectKeys.SKIP, List.of());
    for (Entry<String> skipped : skip) {
      if (skipped.name().equals(name.check().text())) {
        mistakes.report(
            at,
            "the check '" + skipped.name() + "' is skipped, and compares nothing",
            "remove it here, or from 'skip'");
      }
    }
  }

  private void checkPossible(ComparedText name, Position at) {
    if (name.check() == Check.DURABILITY && !losesPower()) {
      report(at, name, "where no power fails", "write a power-cut or a crash in 'events'");
    } else if (name.check() == Check.INTEGRITY && !isLossless()) {
      report(at, name, "where losses are allowed", "write losses: 0 beside 'compared'");
    } else if (name.what() == Comparison.HELD_PAGES && !terms.has(Capability.RESIZED_POOLS)) {
      report(at, name, "in " + terms.dialect().text(), DialectTerms.withResizedPools());
    }
  }

  private void report(Position at, ComparedText name, String where, String instead) {
    mistakes.report(at, "'" + name.text() + "' is always 0 " + where, instead + ", or expect 0");
  }

  private boolean losesPower() {
    for (ParsedObject event : root.get(EventKeys.EVENTS, List.of())) {
      if (event.has(EventKeys.POWER_CUT) || event.has(EventKeys.CRASH)) {
        return true;
      }
    }
    return false;
  }

  private boolean isLossless() {
    ParsedObject expect = root.get(ExpectKeys.EXPECT);
    Quantity losses = expect == null ? null : expect.get(ExpectKeys.LOSSES);
    return losses != null && losses.high() == 0;
  }

  /** The counts of a check are at least so many, and may be more together than is expected. */
  private void checkSums(List<ComparedExpectation> expected) {
    for (ComparedExpectation sum : expected) {
      long least = 0;
      for (ComparedExpectation part : expected) {
        boolean counts = part.check() == sum.check() && part.what() != null;
        long more = counts ? part.count().low() : 0;
        least = least + more < 0 ? Long.MAX_VALUE : least + more;
      }
      if (sum.what() == null && least > sum.count().high()) {
        mistakes.report(
            atOf(sum.name()),
            "'" + sum.name() + "' is at least " + least + " by its counts beside it",
            "raise it, or lower its counts");
      }
    }
  }

  private Position atOf(String name) {
    return entries.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow().at();
  }
}
