package io.dmio.formats;

/**
 * One request of a trace.
 *
 * @param nanos when it was made, from the begin of the trace
 * @param device the name of its device as the trace has it, such as {@code 8,16} or {@code
 *     /dev/sda}
 * @param op what it does
 * @param offset of its first byte
 * @param bytes how many; 0 for a flush
 */
public record TraceRequest(long nanos, String device, TraceOp op, long offset, long bytes) {

  /** Checks the ranges. */
  public TraceRequest {
    if (nanos < 0 || offset < 0 || bytes < 0) {
      throw new IllegalArgumentException("negative: " + nanos + ", " + offset + ", " + bytes);
    }
  }
}
