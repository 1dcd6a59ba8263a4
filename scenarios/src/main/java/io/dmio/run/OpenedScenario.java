package io.dmio.run;

import io.dmio.scenario.CapsuleHeader;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.util.List;

/**
 * A scenario that can be run, as often as is wanted; {@link ScenarioRequest} opens it. It does not
 * change. Close it when its last run is over, since the classes of its user are loaded as they are
 * needed.
 *
 * @param spelling how the caller names it: a path, or the name of a shipped scenario
 * @param changes what the caller wants to be different from the text, in order
 * @param scenario what was read, with the changes
 * @param words how commands that run it again are spelled
 */
public record OpenedScenario(
    String spelling, List<Change> changes, Scenario scenario, CommandWords words)
    implements AutoCloseable {

  /** Copies the list. */
  public OpenedScenario {
    changes = List.copyOf(changes);
  }

  /**
   * Runs it and judges what came of that. No events are kept: a story makes the run again.
   *
   * @throws ScenarioException if its power cuts allow more states than may be tried
   * @throws MistakeException if it cannot be run with the exhibit of the settings
   * @throws HeapException if the memory of Java does not suffice
   */
  public JudgedRun run(RunSettings settings) throws ScenarioException {
    return run(settings, LogMode.NONE, RunListener.NONE);
  }

  /**
   * Runs it and judges what came of that; throws as {@link #run(RunSettings)} does.
   *
   * @param log how many of its events are kept
   * @param listener hears of calls and bios as they end
   */
  public JudgedRun run(RunSettings settings, LogMode log, RunListener listener)
      throws ScenarioException {
    RunResult result = Execution.run(scenario, spelling, settings, log, listener);
    return new JudgedRun(this, settings, log, result);
  }

  /**
   * These settings, and of a capsule the exhibit that it was recorded with; its seed stands in its
   * text.
   *
   * @throws MistakeException if there is no such exhibit
   */
  public RunSettings asRecorded(RunSettings settings) {
    CapsuleHeader capsule = scenario.capsule();
    return capsule == null || capsule.exhibit() == null
        ? settings
        : settings.withExhibit(Exhibits.find(capsule.exhibit()));
  }

  @Override
  public void close() {
    scenario.close();
  }
}
