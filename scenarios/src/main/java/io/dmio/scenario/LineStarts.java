package io.dmio.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Where the lines of a text begin: turns positions into indexes, and back. */
final class LineStarts {

  private final String text;
  private final List<Integer> starts = new ArrayList<>();

  LineStarts(String text) {
    this.text = text;
    starts.add(0);
    Matcher breaks = SourceText.LINE_BREAK.matcher(text);
    while (breaks.find()) {
      starts.add(breaks.end());
    }
  }

  /** The index of a position, at most the length of the text. */
  int index(Position at) {
    int line = Math.min(at.line(), starts.size()) - 1;
    int start = starts.get(line);
    int most = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.min(at.column() - 1, most));
  }

  /** The position of an index. */
  Position position(int index) {
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
    return new Position(line + 1, text.codePointCount(starts.get(line), index) + 1);
  }

  /** How many lines there are, at least one. */
  int count() {
    return starts.size();
  }
}
