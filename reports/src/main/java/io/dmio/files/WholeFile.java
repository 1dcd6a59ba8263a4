package io.dmio.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes a file so that others see either what was there before or all that is new, also when the
 * program is killed meanwhile. What a killed write leaves is called {@code .dmio-ID.part}.
 *
 * <p>A new file has the permissions of any other new file of its user. Nothing is written through a
 * link. A pipe or a terminal is written to as it is, also through a link such as {@code
 * /dev/stdout}, since nothing is replaced there.
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

  /** Lets a part that is complete appear as the file. */
  @FunctionalInterface
  private interface Ending {
    void appear(Path part, Path file) throws IOException;
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
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, new Bytes(bytes));
  }

  /**
   * Writes what is made meanwhile, in place of what the file held.
   *
   * @param file the folders above it are made
   * @throws IOException if that cannot be; nothing has changed then, and the message says what to
   *     do
   */
  public static void write(Path file, FileContent content) throws IOException {
    put(file, content, WholeFile::replace);
  }

  /**
   * Writes bytes where there is no file yet, not even one that others make meanwhile.
   *
   * @param file the folders above it are made
   * @throws FileAlreadyExistsException if there is one
   * @throws IOException if that cannot be; nothing has changed then, and the message says what to
   *     do
   */
  public static void create(Path file, byte[] bytes) throws IOException {
    put(file, new Bytes(bytes), WholeFile::appear);
  }

  private static void put(Path file, FileContent content, Ending ending) throws IOException {
    if (FileKind.of(file).refuse(file) == FileKind.STREAM) {
      try (OutputStream out = new NamedStream(Files.newOutputStream(file), file)) {
        content.writeTo(out);
      }
      return;
    }
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path part = folder.resolve(".dmio-" + Long.toHexString(System.nanoTime()) + ".part");
    try {
      part.toFile().deleteOnExit();
      fill(part, content, file);
      ending.appear(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Path part, FileContent content, Path file) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(new NamedStream(open(part, file), file), BUFFER)) {
      content.writeTo(out);
    }
  }

  private static OutputStream open(Path part, Path file) throws IOException {
    try {
      return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
    } catch (FileSystemException refused) {
      throw NamedStream.named(file, refused);
    }
  }

  private static void replace(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException refused) {
      throw NamedStream.named(file, refused);
    }
  }

  /** A second name for the part cannot take the place of a file, as a move could. */
  private static void appear(Path part, Path file) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException there) {
      throw there;
    } catch (FileSystemException | UnsupportedOperationException oneNameOnly) {
      Files.move(part, file);
    }
  }
}
