package io.dmio.report.export;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that need not stay in memory: a temporary file, made when the first of them come. Where the
 * system allows it the file has no name, so that nothing is left even if the process is killed.
 */
final class SpillFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private @Nullable FileChannel file;
  private OutputStream out = OutputStream.nullOutputStream();
  private long length;

  /** A file in a folder. */
  SpillFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Adds bytes and returns where they stand.
   *
   * @throws FileSystemException if the file cannot be made or written; it names the folder, and the
   *     reason says what to do
   */
  long add(byte[] data) throws IOException {
    try {
      write(data);
    } catch (IOException refused) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "it is the folder for temporary files, and one cannot be written there ("
              + refused.getMessage()
              + "); another folder: DMIO_JAVA_OPTS=-Djava.io.tmpdir=DIR");
    }
    length += data.length;
    return length - data.length;
  }

  private void write(byte[] data) throws IOException {
    if (file == null && data.length > 0) {
      Path name = Files.createTempFile(folder, "dmio-", ".spill");
      file =
          FileChannel.open(
              name,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
    }
    out.write(data);
  }

  /** Reads bytes that were added. */
  byte[] read(long position, int count) throws IOException {
    out.flush();
    ByteBuffer data = ByteBuffer.allocate(count);
    while (data.hasRemaining()) {
      if (file == null || file.read(data, position + data.position()) < 0) {
        throw new EOFException("only " + length + " bytes were added");
      }
    }
    return data.array();
  }

  /** Gives the file up. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
