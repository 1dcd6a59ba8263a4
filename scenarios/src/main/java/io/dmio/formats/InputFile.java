package io.dmio.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files that somebody names. Only ordinary files are read: what comes from a pipe or a device
 * may never end, and may not come a second time.
 */
public final class InputFile {

  private InputFile() {}

  /**
   * The bytes of a file.
   *
   * @param most how many it may have
   * @throws FileSystemException if it is no ordinary file, or larger; the reason says so
   * @throws IOException if it cannot be read
   */
  public static byte[] read(Path file, long most) throws IOException {
    try (InputStream in = open(file)) {
      long size = Files.size(file);
      byte[] bytes = size > most ? new byte[0] : in.readNBytes((int) most + 1);
      if (size > most || bytes.length > most) {
        throw new FileSystemException(
            file.toString(),
            null,
            "it has " + Math.max(size, bytes.length) + " bytes, and at most " + most + " are read");
      }
      return bytes;
    }
  }

  /**
   * Opens a file of any size.
   *
   * @throws FileSystemException if it is no ordinary file; the reason says so
   * @throws IOException if it cannot be read
   */
  public static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      if (Files.notExists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      throw new FileSystemException(
          file.toString(), null, Files.isDirectory(file) ? "a folder" : "not an ordinary file");
    }
    return Files.newInputStream(file);
  }
}
