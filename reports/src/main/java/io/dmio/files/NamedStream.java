package io.dmio.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Bytes for a file. What the system refuses names that file, and not the part that it is in. */
final class NamedStream extends FilterOutputStream {

  private final Path file;

  NamedStream(OutputStream to, Path file) {
    super(to);
    this.file = file;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException refused) {
      throw named(file, refused);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException refused) {
      throw named(file, refused);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException refused) {
      throw named(file, refused);
    }
  }

  /** The same with the name that was asked for, and what to do. */
  static FileSystemException named(Path file, IOException refused) {
    FileSystemException named = new FileSystemException(file.toString(), null, reason(refused));
    named.initCause(refused);
    return named;
  }

  private static String reason(IOException refused) {
    if (refused instanceof AccessDeniedException) {
      return "you may not write in its folder: name another one, or allow it";
    }
    String reason =
        refused instanceof FileSystemException named ? named.getReason() : refused.getMessage();
    return reason == null ? "it was refused by the file system" : reason;
  }
}
