package io.dmio.scenario;

import java.util.List;
import java.util.regex.Pattern;

/** Lines as the YAML reader counts them. */
final class SourceText {

  static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

  private SourceText() {}

  /** The lines, at least one, without their ends. */
  static List<String> lines(String text) {
    return List.of(LINE_BREAK.split(text, -1));
  }

  /** The position behind a text. */
  static Position end(String text) {
    List<String> lines = lines(text);
    String last = lines.get(lines.size() - 1);
    return new Position(lines.size(), last.codePointCount(0, last.length()) + 1);
  }
}
