package io.dmio.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes a latency log of fio: lines of {@code time (ms), latency (ns), direction (0 read, 1 write,
 * 2 trim), bytes, offset, priority}.
 */
public final class FioLogWriter implements Closeable {

  private final Writer out;

  /** Makes an empty log. */
  public FioLogWriter(Writer out) {
    this.out = out;
  }

  /**
   * Adds a line.
   *
   * @param endNanos when the request ended; fio counts milliseconds
   */
  public void latency(long endNanos, long latencyNanos, TraceOp op, long bytes, long offset)
      throws IOException {
    out.write(
        endNanos / 1_000_000
            + ", "
            + latencyNanos
            + ", "
            + direction(op)
            + ", "
            + bytes
            + ", "
            + offset
            + ", 0\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static int direction(TraceOp op) {
    return switch (op) {
      case READ -> 0;
      case WRITE, FLUSH -> 1;
      case DISCARD -> 2;
    };
  }
}
