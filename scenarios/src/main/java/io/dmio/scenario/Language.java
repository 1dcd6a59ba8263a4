package io.dmio.scenario;

import static io.dmio.scenario.Key.later;
import static io.dmio.scenario.Key.optional;
import static io.dmio.scenario.Key.required;

import io.dmio.check.Check;
import io.dmio.scenario.Scalar.Quoting;
import io.dmio.workload.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a scenario: the root of the language. */
final class Language {

  /** The version that this dmio reads. */
  static final int VERSION = 1;

  static final List<String> CHECKS = Words.of(Check.values(), Check::text);
  private static final Scalar<String> CHECK = Scalars.word("check", CHECKS);

  static final Key<Long> DMIO =
      required(
          "dmio",
          new Scalar<>(
              "the version of the language: 1",
              Map.of("const", VERSION),
              Quoting.PLAIN,
              Language::version),
          "the version of the language: 1");
  static final Key<String> SCENARIO =
      required("scenario", Scalars.NAME, "its name, equal to the file's");
  static final Key<String> ABOUT = optional("about", Scalars.TEXT, "what must hold");
  static final Key<Long> SEED =
      optional("seed", Scalars.SEED, "where all chance comes from: decimal or 0x...; default 1");

  static final Key<Long> LIMIT_TIME = optional("time", Scalars.TIME, "virtual time; default 60s");
  static final Key<Long> LIMIT_EVENTS =
      optional("events", Scalars.count(1, Bounds.COUNT), "events; default 10000000");
  static final Key<Fields> LIMITS =
      optional(
          "limits",
          new ObjectShape("limits", "Where a run is stopped.", List.of(LIMIT_TIME, LIMIT_EVENTS)),
          "where the run is stopped; reaching one is the verdict limit");
  static final Key<String> PAYLOAD =
      optional(
          "payload",
          Scalars.word("payload", List.of("tags", "bytes")),
          "how contents are held: tags (default) or bytes; never changes a digest");

  static final Key<List<Entry<Fields>>> DEVICES =
      required(
          "devices",
          new MapShape<>("a mapping of names to devices", Scalars.NAME, DeviceKeys.DEVICE, 1),
          "disks and stacked devices by name");
  static final Key<List<Fields>> FAULTS =
      optional(
          "faults",
          new ListShape<>("a list of faults", FaultVerbs.FAULT, 0),
          "rules that change bios and allocations");

  static final Key<Long> BOOT =
      optional(
          "boot", Scalars.count(1, Integer.MAX_VALUE), "which boot of the host runs it; default 1");
  static final Key<Long> INSTANCES =
      optional("instances", Scalars.count(1, 10_000), "how many equal tasks; default 1");
  static final Key<List<Fields>> TASK_STEPS = required("steps", StepKeys.STEPS, "its steps");
  static final Key<List<Entry<TaskText>>> TASKS =
      required(
          "tasks",
          new MapShape<>(
              "a mapping of names to tasks",
              Scalars.NAME,
              Either.of(
                  Either.option(StepKeys.STEPS, steps -> new TaskText(steps, null)),
                  Either.option(
                      new ObjectShape(
                          "task", "A list of steps.", List.of(BOOT, INSTANCES, TASK_STEPS)),
                      fields -> new TaskText(fields.get(TASK_STEPS, List.of()), fields))),
              1),
          "what is done: lists of steps by name");

  static final Key<List<Entry<String>>> SKIP =
      optional(
          "skip",
          new MapShape<>("a mapping of checks to reasons", CHECK, Scalars.TEXT, 0),
          "checks that do not run, each with a reason");
  static final Key<Fields> CHECKS_KEY =
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
  static final Key<Fields> CALLS =
      optional(
          "calls",
          new ObjectShape("calls", "What is expected of all calls.", List.of(FAILED_CALLS)),
          "what is expected of all calls");
  static final Key<Quantity> LOW_WATER =
      optional("low-water", CallKeys.AMOUNT, "the lowest reserve");
  static final Key<Quantity> MAX_WAITING =
      optional("max-waiting", CallKeys.AMOUNT, "the most waiters at once");
  static final Key<List<Entry<Fields>>> POOLS =
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
  static final Key<Fields> EXPECT =
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

  static final Key<String> EXHIBIT_ID =
      required(
          "id",
          Scalars.matching("the id of an exhibit", "[BMP][0-9]{2}", "such as B07"),
          "the exhibit, such as B07");
  static final Key<String> CAUGHT_BY = required("caught-by", CHECK, "the check that catches it");
  static final Key<Long> WITHIN =
      optional("within", Scalars.count(1, Bounds.COUNT), "of how many events at most");
  static final Key<Fields> EXHIBIT =
      optional(
          "exhibit",
          new ObjectShape(
              "exhibit", "A bug in the museum.", List.of(EXHIBIT_ID, CAUGHT_BY, WITHIN)),
          "the bug that this scenario catches; read by 'dmio museum'");

  static final ObjectShape ROOT =
      new ObjectShape(
          "scenario",
          "A scenario of dmio.",
          List.of(
              DMIO,
              SCENARIO,
              ABOUT,
              SEED,
              LIMITS,
              PAYLOAD,
              EngineKeys.ENGINE,
              DEVICES,
              FAULTS,
              TASKS,
              EventKeys.EVENTS,
              CHECKS_KEY,
              EXPECT,
              later("sweep", "many runs"),
              later("enumerate", "every placement of a fault"),
              EXHIBIT,
              CapsuleKeys.CAPSULE));

  private Language() {}

  /** Whether a value is a version of the language that this dmio does not read. */
  static boolean isOtherVersion(@Nullable Node value) {
    return value instanceof ScalarNode scalar
        && scalar.text().matches("[1-9][0-9]{0,8}")
        && Integer.parseInt(scalar.text()) != VERSION;
  }

  private static long version(String text) throws Wrong {
    long version = Numbers.decimal(text);
    if (version != VERSION) {
      throw new Wrong("a language that this dmio does not know: " + version, "write 1");
    }
    return version;
  }
}
