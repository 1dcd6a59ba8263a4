package io.dmio.run;

import io.dmio.engine.Dialect;
import io.dmio.museum.Museum;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.StateLimit;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.TooManyStates;
import io.dmio.testbed.WorldSpec;

/** Runs a scenario as its settings say. */
final class Execution {

  private Execution() {}

  /**
   * Runs it.
   *
   * @param spelling how the caller names it
   * @throws ScenarioException if its power cuts allow more states than may be tried
   */
  static RunResult run(
      Scenario scenario, String spelling, RunSettings settings, LogMode log, RunListener listener)
      throws ScenarioException {
    WorldSpec world = scenario.world();
    refuseElsewhere(settings, world.engine().dialect());
    WorldSpec seeded = settings.seed() == null ? world : world.withSeed(settings.seed());
    String name = scenario.name();
    StateLimit limit =
        new StateLimit(settings.most(), count -> settings.states().accept(name, count));
    try {
      return Testbed.run(seeded, new RunOptions(log, listener, settings.exhibit(), limit));
    } catch (TooManyStates refused) {
      throw scenario.wrongEvent(
          refused.event(),
          "survives: each is too much here: " + refused.getMessage(),
          "raise it with --limit N; or let less be under way or cached at the cut, write an"
              + " atomic-write-unit, or survives: random with several seeds");
    } catch (OutOfMemoryError exhausted) {
      throw new HeapException(spelling, exhausted);
    }
  }

  /** Bugs are made of the classic steps. */
  private static void refuseElsewhere(RunSettings settings, Dialect dialect) {
    if (settings.exhibit() != null && dialect != Museum.DIALECT) {
      throw new MistakeException(
          "the exhibit "
              + settings.exhibit().id()
              + " is a bug of the dialect "
              + Museum.DIALECT.text()
              + ", and this run has the dialect "
              + dialect.text()
              + ": leave one of the two out");
    }
  }
}
