package io.dmio.scenario.expect;

import io.dmio.check.Check;
import io.dmio.device.Survival;
import io.dmio.scenario.event.EventKeys;
import io.dmio.scenario.fault.FaultCompiler;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Sorted;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.testbed.RunExpectation;
import io.dmio.testbed.RunExpectation.Fired;
import io.dmio.testbed.RunExpectation.PoolExpectation;
import io.dmio.workload.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the expectations of a whole run of what is written. */
public final class RunExpectCompiler {

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final List<String> ruleNames;

  public RunExpectCompiler(Mistakes mistakes, DialectTerms terms, List<ParsedObject> rules) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.ruleNames = new ArrayList<>();
    for (int number = 0; number < rules.size(); number++) {
      ruleNames.add(FaultCompiler.name(rules.get(number), number));
    }
  }

  /** The check of a name, which is known to exist. */
  public static Check check(String name) {
    return Objects.requireNonNull(find(name));
  }

  /** The check of a name, or null if there is none. */
  public static @Nullable Check find(String name) {
    for (Check check : Check.values()) {
      if (check.text().equals(name)) {
        return check;
      }
    }
    return null;
  }

  /** The rules that are expected to fire 0 times or more. */
  public Set<String> mayStaySilent(ParsedObject root) {
    Set<String> names = new TreeSet<>();
    for (Entry<Quantity> entry : fired(root)) {
      if (entry.value() != null && entry.value().low() == 0) {
        names.add(entry.name());
      }
    }
    return names;
  }

  public RunExpectation compile(ParsedObject root) {
    ParsedObject expect = root.get(ExpectKeys.EXPECT);
    if (expect == null) {
      return RunExpectation.NONE;
    }
    String fails = expect.get(ExpectKeys.FAILS);
    ParsedObject calls = expect.get(ExpectKeys.CALLS);
    return new RunExpectation(
        fails == null ? null : check(fails),
        numbered(fired(root)),
        calls == null ? null : calls.get(ExpectKeys.FAILED_CALLS),
        pools(expect),
        expect.get(ExpectKeys.LOSSES),
        states(root, expect),
        new ComparedCompiler(mistakes, terms, root, expect).compile());
  }

  private @Nullable Quantity states(ParsedObject root, ParsedObject expect) {
    if (expect.has(ExpectKeys.STATES) && !triesEach(root)) {
      mistakes.report(
          expect.keyAt(ExpectKeys.STATES),
          "'states' counts nothing here",
          "write survives: each at a power-cut or crash");
    }
    return expect.get(ExpectKeys.STATES);
  }

  private static boolean triesEach(ParsedObject root) {
    for (ParsedObject event : root.get(EventKeys.EVENTS, List.of())) {
      if (event.get(EventKeys.SURVIVES) == Survival.EACH) {
        return true;
      }
    }
    return false;
  }

  private static List<Entry<Quantity>> fired(ParsedObject root) {
    ParsedObject expect = root.get(ExpectKeys.EXPECT);
    return expect == null ? List.of() : expect.get(ExpectKeys.FIRED, List.of());
  }

  private List<Fired> numbered(List<Entry<Quantity>> entries) {
    List<Fired> fired = new ArrayList<>();
    for (Entry<Quantity> entry : Sorted.byName(entries)) {
      int number = ruleNames.indexOf(entry.name());
      Quantity times = entry.value();
      if (number < 0) {
        mistakes.report(
            entry.at(),
            "there is no rule '" + entry.name() + "'",
            Guess.of(entry.name(), ruleNames));
      } else if (times != null) {
        fired.add(new Fired(number, times));
      }
    }
    return fired;
  }

  private List<PoolExpectation> pools(ParsedObject expect) {
    List<PoolExpectation> pools = new ArrayList<>();
    List<Entry<ParsedObject>> entries = expect.get(ExpectKeys.POOLS, List.of());
    for (Entry<ParsedObject> entry : Sorted.byName(entries)) {
      ParsedObject fields = entry.value();
      if (fields != null) {
        terms.checkPool(entry.name(), entry.at());
        pools.add(
            new PoolExpectation(
                entry.name(),
                fields.get(ExpectKeys.LOW_WATER),
                fields.get(ExpectKeys.MAX_WAITING)));
      }
    }
    return pools;
  }
}
