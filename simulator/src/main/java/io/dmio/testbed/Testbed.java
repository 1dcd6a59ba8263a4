package io.dmio.testbed;

/** Runs worlds. */
public final class Testbed {

  private Testbed() {}

  /**
   * Runs a world to its end. Equal specs, with equal fresh tasks, give equal results.
   *
   * @throws DefectException if the simulator itself goes wrong
   */
  public static RunResult run(WorldSpec spec, RunOptions options) {
    return new World(spec, options).run();
  }
}
