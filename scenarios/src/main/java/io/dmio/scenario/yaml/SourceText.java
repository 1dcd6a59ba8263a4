package io.dmio.scenario.yaml;

import java.util.ArrayList;
import java.util.List;

/** Lines as the YAML reader counts them. */
public final class SourceText {

  private SourceText() {}

  /** The lines, at least one, without their ends. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    List<Integer> starts = starts(text);
    for (int line = 1; line < starts.size(); line++) {
      int end = starts.get(line) - (text.startsWith("\r\n", starts.get(line) - 2) ? 2 : 1);
      lines.add(text.substring(starts.get(line - 1), end));
    }
    lines.add(text.substring(starts.get(starts.size() - 1)));
    return List.copyOf(lines);
  }

  /** The index at which each line starts. */
  public static List<Integer> starts(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (isBreak(text.charAt(i)) && !text.startsWith("\r\n", i)) {
        starts.add(i + 1);
      }
    }
    return starts;
  }

  /** Whether a character ends a line. */
  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** The index of the end of a line. */
  static int endOfLine(String text, int from) {
    int end = from;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The position after a text. */
  public static Position end(String text) {
    List<String> lines = lines(text);
    String last = lines.get(lines.size() - 1);
    return new Position(lines.size(), last.codePointCount(0, last.length()) + 1);
  }
}
