package io.dmio.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes a file so that others see either what was there before or all that is new, also when the
 * program is killed meanwhile. What an interrupted write leaves is called {@code .dmio-ID.part}.
 *
 * <p>A new file has the permissions of any other new file of its user. A link to a file stays, and
 * the file behind it is replaced. What is no file, such as a pipe, is written to as it is.
 */
public final class WholeFile {

  private static final int BUFFER = 1 << 16;

  private WholeFile() {}

  private record Bytes(byte[] all) implements FileContent {

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(all);
    }
  }

  /**
   * Writes a text in UTF-8, in place of what the file held.
   *
   * @param file the folders above it are made
   * @throws IOException if that cannot be; nothing has changed then, and the message says what to
   *     do
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, in place of what the file held.
   *
   * @param file the folders above it are made
   * @throws IOException if that cannot be; nothing has changed then, and the message says what to
   *     do
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, (FileContent) new Bytes(content));
  }

  /**
   * Writes what is made meanwhile, in place of what the file held.
   *
   * @param file the folders above it are made
   * @throws IOException if that cannot be; nothing has changed then, and the message says what to
   *     do
   */
  public static void write(Path file, FileContent content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is a folder: name a file in it");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = Files.newOutputStream(file)) {
        content.writeTo(out);
      }
      return;
    }
    Path target = behindLink(file.toAbsolutePath());
    Path folder = Objects.requireNonNull(target.getParent());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    try {
      replace(
          target,
          folder.resolve(".dmio-" + Long.toHexString(System.nanoTime()) + ".part"),
          content);
    } catch (FileSystemException problem) {
      throw new FileSystemException(file.toString(), null, reason(problem));
    }
  }

  private static Path behindLink(Path file) throws IOException {
    if (!Files.isSymbolicLink(file)) {
      return file;
    }
    if (!Files.exists(file)) {
      throw new FileSystemException(
          file.toString(), null, "it is a link to a file that does not exist: remove it");
    }
    return file.toRealPath();
  }

  private static void replace(Path target, Path part, FileContent content) throws IOException {
    try {
      try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
          OutputStream out = new BufferedOutputStream(file, BUFFER)) {
        content.writeTo(out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Why a file was refused, without the name of its part. */
  static String reason(FileSystemException problem) {
    if (problem instanceof AccessDeniedException) {
      return "you may not write in its folder: name another one, or allow it";
    }
    String reason = problem.getReason();
    return reason == null ? "it was refused by the file system" : reason;
  }
}
