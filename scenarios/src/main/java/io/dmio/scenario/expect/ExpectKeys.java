package io.dmio.scenario.expect;

import static io.dmio.scenario.shape.Key.later;
import static io.dmio.scenario.shape.Key.optional;

import io.dmio.check.Check;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.MapShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalar;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Words;
import io.dmio.scenario.step.CallKeys;
import io.dmio.workload.Quantity;
import java.util.List;
import java.util.Map;

/** The keys of what is checked, and of what is expected of the whole run. */
public final class ExpectKeys {

  static final List<String> CHECKS = Words.of(Check.values(), Check::text);
  public static final Scalar<String> CHECK = Scalars.word("check", CHECKS);

  public static final Key<List<Entry<String>>> SKIP =
      optional(
          "skip",
          new MapShape<>("a mapping of checks to reasons", CHECK, Scalars.TEXT, 0),
          "checks that do not run, each with a reason");
  public static final Key<ParsedObject> CHECKS_KEY =
      optional(
          "checks",
          new ObjectShape("checks", "Which checks run.", List.of(SKIP)),
          "which checks run; default: all");

  static final Key<String> FAILS =
      optional("fails", CHECK, "the check by which the run must fail first");
  static final Key<List<Entry<Quantity>>> FIRED =
      optional(
          "fired",
          new MapShape<>("a mapping of rules to numbers", Scalars.NAME, CallKeys.AMOUNT, 0),
          "how often rules set in");
  static final Key<Quantity> FAILED_CALLS =
      optional("failed", CallKeys.AMOUNT, "how many calls end with an error");
  static final Key<ParsedObject> CALLS =
      optional(
          "calls",
          new ObjectShape("calls", "What is expected of all calls.", List.of(FAILED_CALLS)),
          "what is expected of all calls");
  static final Key<Quantity> LOW_WATER =
      optional("low-water", CallKeys.AMOUNT, "the lowest reserve");
  static final Key<Quantity> MAX_WAITING =
      optional("max-waiting", CallKeys.AMOUNT, "the most waiters at once");
  static final Key<List<Entry<ParsedObject>>> POOLS =
      optional(
          "pools",
          new MapShape<>(
              "a mapping of pools to expectations",
              Scalars.POOL,
              new ObjectShape(
                  "pool", "What is expected of a pool.", List.of(LOW_WATER, MAX_WAITING)),
              0),
          "what is expected of pools");
  static final Key<Quantity> LOSSES =
      optional(
          "losses", CallKeys.AMOUNT, "how many sectors differ where a silent fault explains it");
  static final Key<Quantity> STATES =
      optional(
          "states",
          CallKeys.AMOUNT,
          "how many states the power cuts with survives: each allow, all together");
  static final Key<List<Entry<Quantity>>> COMPARED =
      optional(
          "compared",
          new MapShape<>(
              "a mapping of checks, or of their counts, to numbers",
              Scalars.text(
                  "a check, or a count of it such as data.reads",
                  Map.of("enum", ComparedText.NAMES),
                  ComparedText::read),
              CallKeys.AMOUNT,
              1),
          "how much checks compare: data is all that the check compares, data.reads one count");
  public static final Key<ParsedObject> EXPECT =
      optional(
          "expect",
          new ObjectShape(
              "expect",
              "What is expected of the whole run.",
              List.of(
                  FAILS,
                  FIRED,
                  CALLS,
                  POOLS,
                  LOSSES,
                  STATES,
                  COMPARED,
                  later("probes", "coverage"))),
          "what is expected of the whole run");

  private ExpectKeys() {}
}
