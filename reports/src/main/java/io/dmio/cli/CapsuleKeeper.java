package io.dmio.cli;

import io.dmio.files.OwnFolder;
import io.dmio.files.WholeFile;
import io.dmio.run.JudgedRun;
import io.dmio.scenario.Capsules;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
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
   * Writes a capsule where no other file is; one that says the same is left as it is.
   *
   * @return its file as the caller would spell it, or null if it could not be written
   */
  @Nullable String keep(JudgedRun run) {
    try {
      Path target = terminal.resolve(folder);
      new OwnFolder(target, false).refuseLink();
      String text = run.capsule(target);
      return folder + "/" + keep(target, run.result(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException problem) {
      terminal.complain("the capsule was not written: " + FileWords.describe(problem));
      return null;
    }
  }

  /** Returns the name of the file. */
  private static String keep(Path folder, RunResult result, byte[] text) throws IOException {
    int number = 1;
    while (true) {
      String name = Capsules.fileName(result, number);
      Path file = folder.resolve(name);
      if (holds(file, text) || created(file, text)) {
        return name;
      }
      number++;
    }
  }

  private static boolean holds(Path file, byte[] text) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == text.length
        && Arrays.equals(Files.readAllBytes(file), text);
  }

  private static boolean created(Path file, byte[] text) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      WholeFile.create(file, text);
      return true;
    } catch (FileAlreadyExistsException meanwhile) {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw meanwhile;
      }
      return false;
    }
  }
}
