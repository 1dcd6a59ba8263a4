package io.dmio.scenario.yaml;

/**
 * The part of a line that is shown for a mistake: all of it, or what is around the mistake.
 *
 * @param text the part
 * @param caret how many characters of it stand before the mistake
 */
record SourceWindow(String text, int caret) {

  private static final int WIDTH = 240;
  private static final int BEFORE = 80;
  private static final String MORE = "...";

  /**
   * The window of a mistake.
   *
   * @param column from 1, in characters
   */
  static SourceWindow of(String line, int column) {
    if (line.length() <= WIDTH) {
      return new SourceWindow(line, column - 1);
    }
    int at =
        line.offsetByCodePoints(0, Math.min(column - 1, line.codePointCount(0, line.length())));
    int from = at <= BEFORE ? 0 : at - BEFORE;
    int to = Math.min(line.length(), from + WIDTH);
    String head = from == 0 ? "" : MORE;
    String tail = to == line.length() ? "" : MORE;
    int caret = head.length() + line.codePointCount(from, at);
    return new SourceWindow(head + line.substring(from, to) + tail, caret);
  }
}
