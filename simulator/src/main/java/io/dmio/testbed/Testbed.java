package io.dmio.testbed;

import io.dmio.sim.Branches;

/** Runs worlds. */
public final class Testbed {

  private Testbed() {}

  /**
   * Runs a world to its end, or one for every state that its power cuts allow. Equal specs, with
   * equal fresh tasks, give equal results.
   *
   * @throws TooManyStates if its power cuts allow more states than the options
   * @throws DefectException if the simulator itself goes wrong
   */
  public static RunResult run(WorldSpec spec, RunOptions options) {
    for (WorldEvent event : spec.events()) {
      if (event.action().triesEach()) {
        return new PowerCutEnumeration(spec, options, event.number()).run();
      }
    }
    EventBudget all = new EventBudget(spec.limits().events(), 0);
    World world = new World(spec, options, new Branches(), all);
    world.play();
    RunResult.Digests digests = new RunResult.Digests(world.fingerprint(), world.outcome());
    return world.result(RunResult.Tried.ONE, digests, world.compared());
  }
}
