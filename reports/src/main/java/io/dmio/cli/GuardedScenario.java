package io.dmio.cli;

import io.dmio.run.OpenedScenario;

/**
 * An open scenario of the caller, and the guard over its code.
 *
 * @param opened the scenario
 * @param permissions what it was allowed to do
 * @param guard of its code
 */
record GuardedScenario(OpenedScenario opened, Permissions permissions, CodeGuard guard)
    implements AutoCloseable {

  @Override
  public void close() {
    guard.close();
    opened.close();
  }
}
