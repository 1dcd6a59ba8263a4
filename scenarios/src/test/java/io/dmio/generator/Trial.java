package io.dmio.generator;

import io.dmio.block.PayloadMode;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.Digest;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.WorldSpec;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was run twice: as tags without a log, and as bytes with the whole log.
 *
 * @param result the run with the log, or null if there is none
 * @param alarm what is wrong, or null
 */
record Trial(@Nullable RunResult result, @Nullable Alarm alarm) {

  /** Runs a text and lets the model judge it; whatever goes wrong is an alarm. */
  static Trial of(String text, Tally tally) {
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("random.yaml", text))) {
      Witness witness = new Witness();
      Trial trial = of(scenario.world(), witness);
      boolean judged = trial.alarm == null && trial.result != null;
      return judged
          ? new Trial(trial.result, Model.judge(text, trial.result, witness, tally))
          : trial;
    } catch (ScenarioException e) {
      return new Trial(null, new Alarm("refused", e.render()));
    }
  }

  private static Trial of(WorldSpec world, RunListener listener) {
    try {
      RunResult plain = Testbed.run(world, RunOptions.PLAIN);
      RunResult full =
          Testbed.run(
              world.withPayload(PayloadMode.BYTES), new RunOptions(LogMode.FULL, listener, null));
      boolean equal = digests(plain).equals(digests(full));
      return new Trial(
          full,
          equal
              ? Alarm.of(full)
              : new Alarm("digests", "tags " + digests(plain) + ", bytes " + digests(full)));
    } catch (RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Trial(null, new Alarm("exception", String.valueOf(cause)));
    }
  }

  /** Both digests of a run. */
  static String digests(RunResult result) {
    return Digest.format(result.digests().fingerprint())
        + " "
        + Digest.format(result.digests().outcome());
  }
}
