package io.dmio.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a report goes. A file appears whole or not at all; files of others stay. */
final class ReportFolder {

  private final Path folder;

  /** Makes the folder if there is none. */
  ReportFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  /** Writes a file, in place of one of the same name. */
  void write(String name, byte[] content) throws IOException {
    Path part = folder.resolve("." + name + ".part");
    try {
      Files.write(part, content);
      move(part, folder.resolve(name));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
