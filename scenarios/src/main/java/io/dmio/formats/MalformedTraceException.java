package io.dmio.formats;

/** A trace file is not what it should be; nothing of it is used. */
public final class MalformedTraceException extends Exception {

  private static final long serialVersionUID = 1;

  private MalformedTraceException(String message) {
    super(message);
  }

  /**
   * In a file of lines.
   *
   * @param line from 1
   * @param found what stands there, and what should
   */
  static MalformedTraceException inLine(long line, String found) {
    return new MalformedTraceException("line " + line + ": " + found);
  }

  /**
   * In a file of bytes.
   *
   * @param offset from 0
   * @param found what stands there, and what should
   */
  static MalformedTraceException at(long offset, String found) {
    return new MalformedTraceException("offset " + offset + ": " + found);
  }
}
