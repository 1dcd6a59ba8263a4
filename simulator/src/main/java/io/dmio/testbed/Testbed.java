package io.dmio.testbed;

/** Runs worlds. */
public final class Testbed {

  private Testbed() {}

  /** Runs a world to its end. */
  public static RunResult run(WorldSpec spec, RunOptions options) {
    throw new UnsupportedOperationException("skeleton");
  }
}
