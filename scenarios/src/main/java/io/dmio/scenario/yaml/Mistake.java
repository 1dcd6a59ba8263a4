package io.dmio.scenario.yaml;

import io.dmio.workload.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a file.
 *
 * @param file as the caller named it
 * @param option the option that has put it there, such as {@code --set seed=x}; null: it is in the
 *     file
 * @param line from 1; 1 in an option
 * @param column from 1, in characters
 * @param message what is wrong
 * @param suggestion what to do about it, or null
 */
public record Mistake(
    String file,
    @Nullable String option,
    int line,
    int column,
    String message,
    @Nullable String suggestion) {

  /** A mistake in the file itself. */
  public Mistake(String file, int line, int column, String message, @Nullable String suggestion) {
    this(file, null, line, column, message, suggestion);
  }

  /**
   * The mistake as a compiler would show it: {@code file:line:col: error: what}, the line with a
   * caret below, and the hint; in an option {@code file: option: error: what}.
   *
   * @param sourceLine the line of the file, or the option
   * @return lines without a line feed at the end
   */
  public String render(String sourceLine) {
    StringBuilder text = new StringBuilder(PrintableText.line(file));
    if (option == null) {
      text.append(':').append(line).append(':').append(column);
    } else {
      text.append(": ").append(PrintableText.line(option));
    }
    text.append(": error: ").append(PrintableText.line(message));
    SourceWindow shown = SourceWindow.of(sourceLine, column);
    text.append("\n  ").append(PrintableText.blanked(shown.text()));
    text.append("\n  ").append(" ".repeat(shown.caret())).append('^');
    if (suggestion != null) {
      text.append("\n  hint: ").append(PrintableText.line(suggestion));
    }
    return text.toString();
  }
}
