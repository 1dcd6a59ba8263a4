package io.dmio.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a file.
 *
 * @param file as the caller named it
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is wrong
 * @param suggestion what to do about it, or null
 */
public record Mistake(
    String file, int line, int column, String message, @Nullable String suggestion) {

  /**
   * The mistake as a compiler would show it: {@code file:line:col: error: what}, the line with a
   * caret below, and the hint.
   *
   * @param sourceLine the line of the file
   * @return lines without a line feed at the end
   */
  public String render(String sourceLine) {
    StringBuilder text = new StringBuilder();
    text.append(file).append(':').append(line).append(':').append(column);
    text.append(": error: ").append(message);
    text.append("\n  ").append(printable(sourceLine));
    text.append("\n  ").append(" ".repeat(column - 1)).append('^');
    if (suggestion != null) {
      text.append("\n  hint: ").append(suggestion);
    }
    return text.toString();
  }

  private static String printable(String sourceLine) {
    return sourceLine.replaceAll("\\p{Cntrl}", " ");
  }
}
