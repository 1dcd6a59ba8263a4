package io.dmio.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What stands where something is to be written. */
enum FileKind {
  /** Nothing. */
  NONE(null),
  /** An ordinary file. */
  FILE(null),
  /** A pipe or a device of characters, such as a terminal, also behind a link. */
  STREAM(null),
  /** A folder. */
  FOLDER("it is a folder: name a file in it"),
  /** A link to anything else, or to nothing. */
  LINK("it is a link, and nothing is written through links: remove it, or name what it leads to"),
  /** A disk or a socket. */
  DEVICE("it is neither a file nor a pipe: name another one");

  private static final int TYPE = 0xf000;
  private static final int PIPE = 0x1000;
  private static final int CHARACTERS = 0x2000;

  private final @Nullable String refusal;

  FileKind(@Nullable String refusal) {
    this.refusal = refusal;
  }

  static FileKind of(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    boolean link = Files.isSymbolicLink(path);
    if (!link && Files.isDirectory(path)) {
      return FOLDER;
    }
    if (!link && Files.isRegularFile(path)) {
      return FILE;
    }
    if (Files.exists(path) && isStream(path)) {
      return STREAM;
    }
    return link ? LINK : DEVICE;
  }

  /** This kind, unless nothing can be written there. */
  FileKind refuse(Path path) throws IOException {
    if (refusal != null) {
      throw new FileSystemException(path.toString(), null, refusal);
    }
    return this;
  }

  private static boolean isStream(Path path) throws IOException {
    try {
      int type = (Integer) Files.getAttribute(path, "unix:mode") & TYPE;
      return type == PIPE || type == CHARACTERS;
    } catch (UnsupportedOperationException | IllegalArgumentException elsewhere) {
      return !Files.isRegularFile(path) && !Files.isDirectory(path);
    }
  }
}
