package io.dmio.scenario.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What stands in front of a document that does not simply start: directives, and the marker {@code
 * ---}. Jackson's parser reads on over it.
 *
 * @param start the index of the first directive, or of the marker if there is none
 * @param marker the index of the marker
 * @param hasDirectives whether there are directives that YAML knows
 */
record DocumentHead(int start, int marker, boolean hasDirectives) {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** The head that comes next in a text, after blanks, comments and ends of documents; or null. */
  static @Nullable DocumentHead next(String text, int from) {
    int start = -1;
    boolean directives = false;
    int at = from;
    while (at < text.length()) {
      if (isMarker(text, at, "---")) {
        return new DocumentHead(start < 0 ? at : start, at, directives);
      }
      if (isMarker(text, at, "...")) {
        at += "...".length();
      } else if (text.charAt(at) == '%' && startsLine(text, at)) {
        start = start < 0 ? at : start;
        directives |= isWord(text, at, "%YAML") || isWord(text, at, "%TAG");
        at = SourceText.endOfLine(text, at);
      } else if (text.charAt(at) == '#') {
        at = SourceText.endOfLine(text, at);
      } else if (YamlSource.isBlank(text, at) || text.charAt(at) == BYTE_ORDER_MARK) {
        at++;
      } else {
        return null;
      }
    }
    return null;
  }

  private static boolean isMarker(String text, int at, String marker) {
    return startsLine(text, at) && isWord(text, at, marker);
  }

  private static boolean isWord(String text, int at, String word) {
    return text.startsWith(word, at) && YamlSource.isBlank(text, at + word.length());
  }

  private static boolean startsLine(String text, int at) {
    return at == 0
        || SourceText.isBreak(text.charAt(at - 1))
        || at == 1 && text.charAt(0) == BYTE_ORDER_MARK;
  }
}
