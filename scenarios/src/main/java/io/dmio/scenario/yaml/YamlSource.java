package io.dmio.scenario.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import org.jspecify.annotations.Nullable;

/** A YAML text, and what Jackson's tokens leave out: it is read off the text where they stand. */
final class YamlSource {

  private final String text;

  /** The index of every code point and of the end; null: they are those of the chars. */
  private final int @Nullable [] indexes;

  YamlSource(String text) {
    this.text = text;
    int codePoints = text.codePointCount(0, text.length());
    this.indexes = codePoints == text.length() ? null : indexes(codePoints);
  }

  private int[] indexes(int codePoints) {
    int[] found = new int[codePoints + 1];
    for (int i = 0; i < codePoints; i++) {
      found[i + 1] = text.offsetByCodePoints(found[i], 1);
    }
    return found;
  }

  String text() {
    return text;
  }

  /** A place that the parser names; the start if it names none. */
  Mark mark(JsonLocation location) {
    int codePoints = (int) location.getCharOffset();
    if (codePoints < 0) {
      return new Mark(0, Position.START);
    }
    int index = indexes == null ? codePoints : indexes[codePoints];
    return new Mark(index, new Position(location.getLineNr(), location.getColumnNr()));
  }

  /** The start of the line of an index. */
  Position line(int index) {
    return new Position(SourceText.end(text.substring(0, index)).line(), 1);
  }

  /** Whether a scalar is neither in quotes nor a block of text. */
  boolean isPlain(int from, int to) {
    return from >= to || "\"'|>".indexOf(text.charAt(from)) < 0;
  }

  /** Whether a list or mapping is in brackets or braces, by the token that starts it. */
  boolean startsFlow(int from, int to) {
    return from < to && "[{".indexOf(text.charAt(to - 1)) >= 0;
  }

  /** Whether a token starts a list, not a mapping. */
  boolean startsList(int from, int to) {
    char last = from < to ? text.charAt(to - 1) : ' ';
    return last == '[' || last == '-' || last != '{' && isDash(to);
  }

  private boolean isDash(int index) {
    return text.startsWith("-", index) && isBlank(text, index + 1);
  }

  /** Whether a character is a blank, a tab, the end of a line or that of the text. */
  static boolean isBlank(String text, int index) {
    return index >= text.length()
        || text.charAt(index) == ' '
        || text.charAt(index) == '\t'
        || SourceText.isBreak(text.charAt(index));
  }

  /** The index of the first character that YAML does not allow, or -1. */
  int unprintable() {
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      if (!isPrintable(codePoint)) {
        return index;
      }
      index += Character.charCount(codePoint);
    }
    return -1;
  }

  private static boolean isPrintable(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c == '\u0085'
        || c >= ' ' && c <= '~'
        || c >= 0xa0 && c < Character.MIN_SURROGATE
        || c > Character.MAX_SURROGATE && c <= 0xfffd
        || c > 0xffff;
  }
}
