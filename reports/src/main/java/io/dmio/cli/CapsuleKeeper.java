package io.dmio.cli;

import io.dmio.report.WholeFile;
import io.dmio.scenario.Capsules;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Leaves a failing run where it can be replayed. */
final class CapsuleKeeper {

  private final Terminal terminal;
  private final String folder;

  CapsuleKeeper(Terminal terminal, String folder) {
    this.terminal = terminal;
    this.folder = folder;
  }

  /**
   * Writes a capsule.
   *
   * @return its file as the caller would spell it, or null if it could not be written
   */
  @Nullable String keep(Opened opened, RunOnce how, RunResult result) {
    String file = folder + "/" + Capsules.fileName(result);
    Path target = terminal.resolve(file);
    String exhibit = how.exhibit() == null ? null : how.exhibit().id();
    try {
      WholeFile.write(
          target,
          Capsules.write(
              opened.scenario(),
              result,
              "dmio " + Product.version(),
              exhibit,
              terminal.resolve(folder)));
      return file;
    } catch (IOException problem) {
      terminal.complain("the capsule was not written: " + FileWords.describe(problem));
      return null;
    }
  }
}
