package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.DefectException;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model notices what differs from what it says. */
final class ModelTest {

  private static final int SCENARIOS = 300;

  private static final String TEXT =
      """
      dmio: 1
      scenario: small
      devices:
        a: { size: 64KiB, content: { pattern: 3 }, latency: 10us }
        b: { size: 64KiB, latency: 20us }
        m: { table: ["0 8 linear a 16", "8 16 striped 2 4 a 32 b 0", "24 8 zero", "32 8 error"] }
      faults:
        - { media-error: b@40+8 }
      tasks:
        t:
          - get: 4
          - { read: m@0+32, id: first }
          - { write: [m@8+8, b@40+8, m@32+8], id: w, data: { pattern: 5 } }
          - { read: a@0+48, id: below }
          - put: 4
      """;

  @Test
  void model_agreesWithARightRun_andSaysHowMuchItJudged() {
    Tally tally = new Tally();
    assertThat(judge(TEXT, TEXT, null, tally)).isNull();
    assertThat(tally.callsJudged).isEqualTo(3);
    assertThat(tally.biosJudged).isEqualTo(5);
    assertThat(tally.sectorsReadJudged).isEqualTo(32 + 48);
    assertThat(tally.sectorsWrittenJudged).isEqualTo(24);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pattern: 3; pattern: 4; first read other bytes in sector 0 of m",
        "linear a 16; linear a 17; first read other bytes in sector 0 of m",
        "striped 2 4 a 32; striped 2 4 a 36; first read other bytes in sector 8 of m",
        "24 8 zero; 24 8 linear a 0; first read other bytes in sector 24 of m",
        "32 8 error; 32 8 zero; w to m@32+8 failed, and nothing there fails",
        "b@40+8 }; b@48+8 }; w to b@40+8 failed, and nothing there fails",
        "media-error: b@40+8; media-error: [b@40+8, a@20]; first to m@0+32 ended well, and should fail",
        "data: { pattern: 5 }; data: { pattern: 6 }; w wrote other bytes than pattern 6",
      })
  void model_noticesEveryDifference(String right, String wrong, String message) {
    assertThat(TEXT).contains(right);
    Alarm alarm = judge(TEXT, TEXT.replace(right, wrong), null, new Tally());
    assertThat(alarm).as("of a run of '%s' told as '%s'", right, wrong).isNotNull();
    assertThat(alarm.message()).contains(message);
  }

  /** Exhibits are of classic. P01 mostly ends a run before a bio can tell anything. */
  @ParameterizedTest
  @CsvSource({"P01, 1", "P10, 5"})
  void model_catchesABrokenEngine(String id, int least) {
    Exhibit exhibit = Museum.find(id).orElseThrow();
    int caught = 0;
    for (int seed = 1; seed <= SCENARIOS; seed++) {
      String text = RandomScenario.text(seed);
      boolean classic = !text.contains("linux-6.1");
      caught += classic && judge(text, text, exhibit, new Tally()) != null ? 1 : 0;
    }
    assertThat(caught).as("scenarios in which %s is caught", id).isGreaterThanOrEqualTo(least);
  }

  /** Runs one text, and lets the model judge it by another. */
  private static @Nullable Alarm judge(
      String run, String told, @Nullable Exhibit exhibit, Tally tally) {
    Witness witness = new Witness();
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("small.yaml", run))) {
      RunResult result =
          Testbed.run(
              scenario.world().withPayload(PayloadMode.BYTES),
              new RunOptions(LogMode.FULL, witness, exhibit));
      return Model.judge(told, result, witness, tally);
    } catch (ScenarioException e) {
      throw new AssertionError(e.render(), e);
    } catch (DefectException e) {
      return null; // an exhibit may break more than calls
    }
  }
}
