package io.dmio.run;

/**
 * A place in the text of a scenario.
 *
 * @param file as the caller spelled it
 * @param line from 1, or -1 for the file as a whole
 * @param column from 1, or -1 for the file as a whole
 */
public record SourceLocation(String file, int line, int column) {

  /** As editors read it: {@code file:line:column}, or the file alone. */
  @Override
  public String toString() {
    return line < 0 ? file : file + ":" + line + ":" + column;
  }
}
