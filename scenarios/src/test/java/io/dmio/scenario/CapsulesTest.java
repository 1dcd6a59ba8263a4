package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Failure;
import io.dmio.engine.Dialect;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.EventLog;
import io.dmio.sim.LogMode;
import io.dmio.testbed.ExternalEvents;
import io.dmio.testbed.Names;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Semantics;
import io.dmio.testbed.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public final class CapsulesTest {

  private static final long SEED = 0xfedcba9876543210L;
  private static final String BODY =
      """
      # $schema: ../../scenario.schema.json
      # a comment
      dmio: 1
      scenario: t   # its name
      devices: { a: { size: 1MiB } }
      faults: [ { media-error: a, id: grown } ]
      tasks:
        t:
          - write: a@0+8
      """;
  private static final String FLOW =
      "{ dmio: 1, scenario: t, devices: { a: { size: 1MiB } },"
          + " faults: [ { media-error: a, id: grown } ], tasks: { t: [ { write: a@0+8 } ] }, }";

  private static Scenario scenario(String text) throws ScenarioException {
    return Scenarios.read(ScenarioSource.text("dir/it's.yaml", text));
  }

  /** What came of a run in which nothing failed. */
  public static RunResult passed() {
    return result(List.of());
  }

  private static RunResult result(List<Failure> failures) {
    return new RunResult(
        "t",
        SEED,
        Dialect.CLASSIC,
        failures.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
        new RunResult.Digests(0x0123456789abcdefL, -1),
        new RunResult.Totals(0, 0, 0, 0, 0, 0),
        RunResult.Tried.ONE,
        new RunResult.Findings(failures, failures.size(), List.of(), 0, Compared.NOTHING),
        ExternalEvents.NOTHING,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new RuleNames(),
        new EventLog(LogMode.NONE));
  }

  private static Failure failure(int rule) {
    return new Failure(Check.ERROR_BITS, "m", 0, 0, 0, null, -1, -1, -1, -1, 0, null, null, rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BODY,
        "seed: 3\n" + BODY,
        FLOW,
        "capsule:\n  kind: seeded\n  made-by: x\n  semantics: 1\n  from: dir/it's.yaml\n  sha256: '0000000000000000000000000000000000000000000000000000000000000000'\n  seed: 1\n  fingerprint: '0000000000000000'\n  outcome: '0000000000000000'\n# behind\n"
            + BODY
      })
  void aCapsule_runsTheSameWorldFromItsSeed(String text) throws Exception {
    try (Scenario origin = scenario(text);
        Scenario capsule = scenario(write(origin, failure(0)))) {
      assertThat(capsule.world()).isEqualTo(origin.world().withSeed(SEED));
      CapsuleHeader header = capsule.capsule();
      assertThat(header)
          .isEqualTo(
              new CapsuleHeader(
                  "dmio 1",
                  Semantics.NUMBER,
                  "dir/it's.yaml",
                  origin.capsule() == null ? origin.source().sha256() : origin.capsule().sha256(),
                  SEED,
                  Check.ERROR_BITS,
                  "grown",
                  "B07",
                  0x0123456789abcdefL,
                  -1));
    }
  }

  private static String write(Scenario origin, Failure failure) {
    return Capsules.write(origin, result(List.of(failure)), "dmio 1", "B07", Path.of("."));
  }

  @Test
  void aCapsule_keepsCommentsAndDropsTheLinesForEditors() throws Exception {
    try (Scenario origin = scenario(BODY)) {
      assertThat(write(origin, failure(0)))
          .contains("# a comment", "# its name")
          .doesNotContain("$schema");
    }
  }

  @Test
  void aCapsuleOfACapsule_isTheSame() throws Exception {
    try (Scenario origin = scenario(BODY);
        Scenario first = scenario(write(origin, failure(0)))) {
      assertThat(write(first, failure(0))).isEqualTo(String.join("\n", first.lines()));
    }
  }

  @Test
  void aCapsuleWithoutFailure_hasNoCheck() throws Exception {
    try (Scenario origin = scenario(BODY);
        Scenario capsule =
            scenario(Capsules.write(origin, result(List.of()), "dmio 1", null, Path.of(".")))) {
      assertThat(capsule.capsule()).isNotNull();
      assertThat(capsule.capsule().fails()).isNull();
      assertThat(capsule.capsule().rule()).isNull();
      assertThat(capsule.capsule().exhibit()).isNull();
    }
  }

  @Test
  void fileName_saysScenarioCheckAndSeed() {
    assertThat(Capsules.fileName(result(List.of(failure(-1))), 1))
        .isEqualTo("t-error-bits-0xfedcba9876543210.yaml");
    assertThat(Capsules.fileName(result(List.of()), 1))
        .isEqualTo("t-passed-0xfedcba9876543210.yaml");
  }

  @Test
  void fileName_beyondTheFirst_endsWithItsNumber() {
    assertThat(Capsules.fileName(result(List.of(failure(-1))), 3))
        .isEqualTo("t-error-bits-0xfedcba9876543210-3.yaml");
  }

  /** Every rule is called grown. */
  private static final class RuleNames implements Names {

    @Override
    public String task(int number) {
      return "t";
    }

    @Override
    public String device(int number) {
      return "a";
    }

    @Override
    public String pool(int number) {
      return "engine.ios";
    }

    @Override
    public String rule(int number) {
      return "grown";
    }

    @Override
    public String event(int number) {
      return "event-" + number;
    }

    @Override
    public String call(int number) {
      return "t.1";
    }

    @Override
    public int taskOfCall(int call) {
      return 0;
    }
  }
}
