package io.dmio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.check.Check;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JudgedRunTest {

  /** The second region fails by a rule, and the step expects no failure. */
  static final String FAILING =
      """
      dmio: 1
      scenario: two-copies
      devices:
        a: { size: 1MiB, latency: 80us }
        b: { size: 1MiB, latency: 90us }
      faults:
        - { media-error: b@8-15, id: worn }
      tasks:
        writer:
          - get: 8
          - { write: [a@8+8, b@8+8], id: w, expect: { failed: [] } }
      """;

  @TempDir Path folder;

  private static OpenedScenario open(String text) throws ScenarioException {
    return ScenarioRequest.text("two-copies.yaml", text).open();
  }

  @Test
  void failure_isInTheWordsOfTheScenario_withItsPlace() throws ScenarioException {
    try (OpenedScenario scenario = open(FAILING)) {
      JudgedRun run = scenario.run(RunSettings.ofSeed(7));

      assertThat(run.held()).isFalse();
      assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(run.isDefect()).isFalse();
      assertThat(run.failures()).hasSize(1);
      JudgedFailure failure = run.failures().get(0);
      assertThat(failure.check()).isEqualTo(Check.EXPECT);
      assertThat(failure.task()).isEqualTo("writer");
      assertThat(failure.call()).isEqualTo("w");
      assertThat(failure.rule()).isEqualTo("worn");
      assertThat(failure.message()).isNotBlank();
      assertThat(failure.place()).isEqualTo(new SourceLocation("two-copies.yaml", 7, 5));
      assertThat(failure).hasToString("two-copies.yaml:7:5: expect: " + failure.message());
      assertThat(run.toString()).startsWith("two-copies failed, seed 0x7: two-copies.yaml:7:5");
    }
  }

  @Test
  void failure_namesRegionAndDevice_whereACheckKnowsThem() throws Exception {
    RunSettings bug = RunSettings.DEFAULT.withExhibit(Exhibits.find("B07"));
    try (OpenedScenario scenario = ScenarioRequest.shipped(shippedOf("B07")).open()) {
      assertThat(scenario.run(bug).failures())
          .anySatisfy(
              failure -> {
                assertThat(failure.call()).isNotNull();
                assertThat(failure.region()).isNotNegative();
              });
    }
  }

  private static String shippedOf(String id) throws Exception {
    return ExhibitRun.of(Objects.requireNonNull(Exhibits.find(id))).scenario();
  }

  @Test
  void replay_isACommand_thatNamesEverythingThatWasChanged() throws ScenarioException {
    try (OpenedScenario scenario =
        ScenarioRequest.text("my copies.yaml", FAILING)
            .set("devices.a.latency=70us")
            .dialect("linux-6.1")
            .open()) {
      assertThat(scenario.run(RunSettings.ofSeed(255).withMostStates(9)).replay())
          .isEqualTo(
              "dmio run 'my copies.yaml' --seed 0xff --set devices.a.latency=70us"
                  + " --dialect linux-6.1 --limit 9");
    }
  }

  @Test
  void capsule_openedAgain_givesTheSameRun() throws Exception {
    String capsule;
    try (OpenedScenario scenario = open(FAILING)) {
      JudgedRun run = scenario.run(RunSettings.ofSeed(7));
      capsule = run.capsule();
      assertThat(run.recorded()).isNull();
    }
    try (OpenedScenario scenario = open(capsule)) {
      JudgedRun again = scenario.run(scenario.asRecorded(RunSettings.DEFAULT));
      RecordedRun recorded = Objects.requireNonNull(again.recorded());
      assertThat(again.result().seed()).isEqualTo(7);
      assertThat(recorded.reproduced()).isTrue();
      assertThat(recorded.words()).startsWith("REPRODUCED");
    }
    try (OpenedScenario changed = open(capsule.replace("latency: 90us", "latency: 91us"))) {
      RecordedRun recorded = Objects.requireNonNull(changed.run(RunSettings.DEFAULT).recorded());
      assertThat(recorded.reproduced()).isFalse();
      assertThat(recorded.words()).startsWith("NOT REPRODUCED  the fingerprint is");
    }
  }

  @Test
  void capsuleOfAnExhibit_isRunWithIt() throws Exception {
    String capsule;
    try (OpenedScenario scenario = ScenarioRequest.shipped(shippedOf("B07")).open()) {
      capsule = scenario.run(RunSettings.DEFAULT.withExhibit(Exhibits.find("B07"))).capsule();
    }
    try (OpenedScenario scenario = open(capsule)) {
      RunSettings settings = scenario.asRecorded(RunSettings.DEFAULT);
      assertThat(Objects.requireNonNull(settings.exhibit()).id()).isEqualTo("B07");
      JudgedRun again = scenario.run(settings);
      assertThat(again.held()).isFalse();
      assertThat(Objects.requireNonNull(again.recorded()).reproduced()).isTrue();
    }
  }

  @Test
  void json_isTheLineOfTheCommandLine() throws Exception {
    try (OpenedScenario scenario = open(FAILING)) {
      JsonNode json = new ObjectMapper().readTree(scenario.run(RunSettings.ofSeed(7)).json());

      assertThat(json.get("json").asInt()).isEqualTo(1);
      assertThat(json.get("seed").asText()).isEqualTo("0x7");
      assertThat(json.get("verdict").asText()).isEqualTo("failed");
      JsonNode failure = json.get("failures").get(0);
      assertThat(failure.get("task").asText()).isEqualTo("writer");
      assertThat(failure.get("line").asInt()).isEqualTo(7);
      assertThat(failure.get("column").asInt()).isEqualTo(5);
      assertThat(json.get("replay").asText()).isEqualTo("dmio run two-copies.yaml --seed 0x7");
    }
  }

  @Test
  void storyAndCounterfactual_tellOfTheRule() throws ScenarioException {
    try (OpenedScenario scenario = open(FAILING)) {
      JudgedRun run = scenario.run(RunSettings.ofSeed(7));

      assertThat(String.join("\n", run.story())).contains("worn").contains("two-copies.yaml:7");
      assertThat(run.counterfactual())
          .contains(
              "Without worn (two-copies.yaml:7) 0 of 1 calls would fail, and not 1 of 1.",
              "  w would get 0b00, and not 0b10.");
    }
  }

  @Test
  void seed_isTheTextsUnlessOneIsGiven_andEqualSeedsGiveEqualRuns() throws ScenarioException {
    String text = FAILING.replace("dmio: 1", "dmio: 1\nseed: 0x55");
    try (OpenedScenario scenario = open(text)) {
      assertThat(scenario.run(RunSettings.DEFAULT).result().seed()).isEqualTo(0x55);
      assertThat(scenario.run(RunSettings.ofSeed(3)).result().digests())
          .isEqualTo(scenario.run(RunSettings.ofSeed(3)).result().digests());
    }
  }

  @Test
  void file_isNamedInFailuresAsItsCallerNamesIt() throws IOException, ScenarioException {
    Path file = Files.writeString(folder.resolve("two-copies.yaml"), FAILING);
    try (OpenedScenario scenario = ScenarioRequest.file(file).open()) {
      JudgedRun run = scenario.run(RunSettings.DEFAULT);
      assertThat(run.failures().get(0).place().file()).isEqualTo(file.toString());
      assertThat(run.replay()).contains(file.toString());
    }
  }

  @Test
  void mistakesOfTheCaller_areTold() {
    assertThatThrownBy(() -> open("dmio: 1\nscenario: x\n")).isInstanceOf(ScenarioException.class);
    assertThatThrownBy(() -> ScenarioRequest.shipped("no-such")).hasMessageContaining("no-such");
    assertThatThrownBy(() -> ScenarioRequest.text("a.yaml", FAILING).set("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RunSettings.DEFAULT.withMostStates(0))
        .hasMessageContaining("at least one state: 0");
    assertThatThrownBy(
            () ->
                ScenarioRequest.text("a.yaml", FAILING)
                    .dialect("linux-6.1")
                    .open()
                    .run(RunSettings.DEFAULT.withExhibit(Exhibits.find("B07"))))
        .isInstanceOf(MistakeException.class)
        .hasMessageContaining("a bug of the dialect classic");
  }

  @Test
  void comparison_ofTwoDialects_tellsWhatDiffers() throws ScenarioException {
    ComparedRun classic;
    ComparedRun linux;
    try (OpenedScenario left = ScenarioRequest.text("s.yaml", FAILING).open();
        OpenedScenario right =
            ScenarioRequest.text("s.yaml", FAILING).dialect("linux-6.1").open()) {
      classic = ComparedRun.of("classic", left, RunSettings.ofSeed(1));
      linux = ComparedRun.of("linux-6.1", right, RunSettings.ofSeed(1));
    }
    RunComparison comparison = RunComparison.of(classic, linux);
    assertThat(comparison.calls()).hasSize(1);
    assertThat(linux.command()).isEqualTo("dmio run s.yaml --seed 0x1 --dialect linux-6.1");
    assertThat(new CompareJson(comparison).line()).contains("\"run\":\"linux-6.1\"");
    assertThat(ComparisonText.lines(comparison, true)).isNotEmpty();
  }

  @Test
  void exhibit_isCaughtByItsCheck_andItsScenarioHoldsWithoutIt() throws Exception {
    ExhibitRun run = ExhibitRun.of(Objects.requireNonNull(Exhibits.find("B07")));

    assertThat(run.found()).isTrue();
    assertThat(run.clean()).isTrue();
    assertThat(run.holds()).isTrue();
    assertThat(run.result().failures()).anyMatch(failure -> failure.check() == run.caughtBy());
    assertThatThrownBy(() -> Exhibits.find("B99")).hasMessageContaining("B99");
  }
}
