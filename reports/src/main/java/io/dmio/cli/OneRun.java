package io.dmio.cli;

import io.dmio.run.OpenedScenario;
import io.dmio.run.RunSettings;
import io.dmio.scenario.CapsuleHeader;
import org.jspecify.annotations.Nullable;

/**
 * How a command that takes one file runs it: a capsule as it was recorded, unless told otherwise.
 */
final class OneRun {

  private OneRun() {}

  /** The seed of the command line, else that of the file; the exhibit of a capsule. */
  static RunSettings of(OpenedScenario opened, @Nullable Long seed, StateOption states) {
    CapsuleHeader capsule = opened.scenario().capsule();
    return states.runOnce(seed, capsule == null ? null : Exhibits.find(capsule.exhibit()));
  }
}
