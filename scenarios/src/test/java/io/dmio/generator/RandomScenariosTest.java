package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Scenarios of the whole language that nobody thought of: none is refused, none throws, none fails
 * by a check that is not about the scenario itself, each has the same digests as tags and as bytes,
 * with and without a log, and an independent model says the same of them.
 */
final class RandomScenariosTest {

  private static final Path GOLDEN = Path.of("src/test/resources/generator-digests.txt");
  private static final int FIRST = 1_001;
  private static final int SCENARIOS = 2_000;

  private static final Trials TRIALS = new Trials();

  @BeforeAll
  static void runAll() throws IOException {
    for (int seed = FIRST; seed < FIRST + SCENARIOS; seed++) {
      TRIALS.run(seed);
    }
  }

  @Test
  void noScenario_alarmsAnybody() {
    assertThat(TRIALS.alarms()).as("each should be reduced, and mended").isEmpty();
  }

  /** A model that judged nothing has not passed. */
  @Test
  void model_judgesMostOfWhatHappens() {
    Tally tally = TRIALS.tally();
    assertThat(tally.scenarios).as("%s", tally).isEqualTo(SCENARIOS);
    assertThat(tally.calls).as("%s", tally).isGreaterThan(10_000);
    assertThat(Tally.percent(tally.callsJudged, tally.calls)).as("%s", tally).isGreaterThan(85);
    assertThat(Tally.percent(tally.biosJudged, tally.bios)).as("%s", tally).isGreaterThan(45);
    assertThat(Tally.percent(tally.sectorsReadJudged, tally.sectorsRead))
        .as("%s", tally)
        .isGreaterThan(35);
    assertThat(Tally.percent(tally.sectorsWrittenJudged, tally.sectorsWritten))
        .as("%s", tally)
        .isGreaterThan(90);
  }

  /** Every JDK is held to them. */
  @Test
  void digests_areWhatTheyAlwaysWere() throws IOException {
    if (System.getProperty("dmio.writeDigests") != null) {
      Files.writeString(GOLDEN, TRIALS.digests());
    }
    assertThat(TRIALS.digests())
        .as("CONTRIBUTING.md says how they are written anew")
        .isEqualTo(Files.readString(GOLDEN));
  }
}
