package io.dmio.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written where its user wants it, and that replaces nothing but what dmio has made.
 */
public final class OwnFile {

  private static final int BEGINNING = 4096;

  private final Path file;
  private final @Nullable String mark;
  private final boolean force;

  /**
   * A file, whether or not there is one.
   *
   * @param mark what stands near the beginning of all that dmio writes of this kind, so that it may
   *     be replaced; null: nothing tells, and it is never replaced
   * @param force whether files of others are replaced as well
   */
  public OwnFile(Path file, @Nullable String mark, boolean force) {
    this.file = file;
    this.mark = mark;
    this.force = force;
  }

  /**
   * Refuses what must not be written to; an empty file may be, where others of its kind may.
   *
   * @throws ForeignFileException if dmio has not made it
   * @throws IOException if it is a link or a folder, or cannot be read
   */
  public void demandOwn() throws IOException {
    if (FileKind.of(file).refuse(file) == FileKind.FILE && !force && !own()) {
      throw foreign();
    }
  }

  /**
   * Writes a text in UTF-8.
   *
   * @throws ForeignFileException if there is a file that dmio has not made
   * @throws IOException if it cannot be written; the message says what to do
   */
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes.
   *
   * @throws ForeignFileException if there is a file that dmio has not made
   * @throws IOException if it cannot be written; the message says what to do
   */
  public void write(byte[] bytes) throws IOException {
    demandOwn();
    if (mark != null || force) {
      WholeFile.write(file, bytes);
      return;
    }
    try {
      WholeFile.create(file, bytes);
    } catch (FileAlreadyExistsException meanwhile) {
      throw foreign();
    }
  }

  private boolean own() throws IOException {
    if (mark == null) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] beginning = in.readNBytes(BEGINNING);
      return beginning.length == 0 || new String(beginning, StandardCharsets.UTF_8).contains(mark);
    }
  }

  private ForeignFileException foreign() {
    return new ForeignFileException(
        file, mark == null ? "exists, and is left as it is" : "was not made by dmio");
  }
}
