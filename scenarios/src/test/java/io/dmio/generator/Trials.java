package io.dmio.generator;

import io.dmio.sim.Digest;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Random scenarios that are run one after the other, with what was found. */
final class Trials {

  private static final Path FOLDER = Path.of("target", "generator");
  private static final int MOST_ALARMS = 20;

  private final Tally tally = new Tally();
  private final Digest texts = new Digest();
  private final Digest runs = new Digest();
  private final List<String> alarms = new ArrayList<>();
  private long scenarios;

  /** Draws a scenario and runs it. */
  void run(long seed) throws IOException {
    String text = RandomScenario.text(seed);
    Trial trial = Trial.of(text, tally);
    scenarios++;
    texts.fold(text);
    RunResult result = trial.result();
    if (result != null) {
      runs.fold(result.digests().fingerprint(), result.digests().outcome());
    }
    if (trial.alarm() != null) {
      keep(seed, text, trial.alarm());
    }
  }

  private void keep(long seed, String text, Alarm alarm) throws IOException {
    if (alarms.size() >= MOST_ALARMS) {
      return;
    }
    Files.createDirectories(FOLDER);
    Path file = FOLDER.resolve(RandomScenario.name(seed) + ".yaml");
    Files.writeString(file, text);
    alarms.add("seed " + seed + ", in scenarios/" + file + ": " + alarm);
  }

  /** What is wrong, and where it is kept. */
  List<String> alarms() {
    return alarms;
  }

  /** How much the model could judge. */
  Tally tally() {
    return tally;
  }

  /** How many were run. */
  long scenarios() {
    return scenarios;
  }

  /** The digests of all texts, and of all runs. */
  String digests() {
    return "texts " + Digest.format(texts.value()) + "\nruns " + Digest.format(runs.value()) + "\n";
  }
}
