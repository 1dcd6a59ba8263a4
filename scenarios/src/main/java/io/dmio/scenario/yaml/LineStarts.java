package io.dmio.scenario.yaml;

import java.util.List;

/** Where the lines of a text start: turns positions into indexes, and back. */
public final class LineStarts {

  private final String text;
  private final List<Integer> starts;

  /** Whether every character is one code point. */
  private final boolean plain;

  public LineStarts(String text) {
    this.text = text;
    this.starts = SourceText.starts(text);
    this.plain = text.codePointCount(0, text.length()) == text.length();
  }

  /** The index of a position, at most the length of the text. */
  public int index(Position at) {
    int line = Math.min(at.line(), starts.size()) - 1;
    int start = starts.get(line);
    if (plain) {
      return Math.min(start + at.column() - 1, text.length());
    }
    int most = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.min(at.column() - 1, most));
  }

  /** The position of an index. */
  public Position position(int index) {
    int line = 0;
    int above = starts.size();
    while (above - line > 1) {
      int middle = (line + above) >>> 1;
      if (starts.get(middle) <= index) {
        line = middle;
      } else {
        above = middle;
      }
    }
    int start = starts.get(line);
    return new Position(line + 1, (plain ? index - start : text.codePointCount(start, index)) + 1);
  }

  /** How many lines there are, at least one. */
  int count() {
    return starts.size();
  }
}
