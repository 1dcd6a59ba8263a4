package io.dmio.planted;

import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Runs a scenario in the simulator that this class was loaded with, and says what came of it. */
public final class Probe implements UnaryOperator<String> {

  /** What is said of a scenario that holds. */
  static final String HOLDS = "holds";

  /** {@link #HOLDS}, the check of the first failure, or what ended the run. */
  @Override
  public String apply(String file) {
    try (Scenario scenario = Scenarios.read(ScenarioSource.file(Path.of(file), file))) {
      RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
      if (result.verdict().holds()) {
        return HOLDS;
      }
      return result.failures().isEmpty()
          ? result.verdict().name()
          : result.failures().get(0).check().text();
    } catch (Exception | LinkageError thrown) {
      return "crashed";
    }
  }
}
