package io.dmio.workload;

/**
 * What people may be shown as it is, and how the rest is spelled.
 *
 * <p>Not shown are control characters, what turns the direction of writing, what has no width, and
 * halves of surrogate pairs: they move cursors, colour terminals, and make one text look like
 * another. The ranges stand here and not in the JDK's tables, which differ between its versions.
 */
public final class PrintableText {

  /** First and last code points of what is not shown, ascending. */
  private static final int[][] HIDDEN = {
    {0x00, 0x1f}, // C0
    {0x7f, 0x9f}, // DEL and C1
    {0xad, 0xad}, // soft hyphen
    {0x34f, 0x34f}, // grapheme joiner
    {0x61c, 0x61c}, // a mark of direction
    {0x115f, 0x1160}, // fillers of Hangul
    {0x17b4, 0x17b5}, // vowels without a shape
    {0x180b, 0x180f}, // selectors and a separator of Mongolian
    {0x200b, 0x200f}, // no width, and marks of direction
    {0x2028, 0x202e}, // ends of lines and paragraphs, and overrides of direction
    {0x2060, 0x206f}, // no width, and isolates of direction
    {0x3164, 0x3164}, // a filler of Hangul
    {0xd800, 0xdfff}, // halves of pairs
    {0xfeff, 0xfeff}, // byte order mark
    {0xffa0, 0xffa0}, // a filler of Hangul
    {0xfff0, 0xfffb}, // annotations
    {0xfffe, 0xffff}, // no characters
    {0x1d173, 0x1d17a}, // marks of music
    {0xe0000, 0xe0fff}, // tags and selectors
  };

  private PrintableText() {}

  /** Whether a character may be shown as it is. */
  public static boolean shows(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      return true;
    }
    for (int[] range : HIDDEN) {
      if (codePoint <= range[1]) {
        return codePoint < range[0];
      }
    }
    return true;
  }

  /**
   * A text of one line: whatever is not shown is spelled {@code \n}, {@code \t}, {@code \u001b}.
   */
  public static String line(String text) {
    return spelled(text, "");
  }

  /** A text whose line feeds and tabs are meant: everything else as in {@link #line}. */
  public static String lines(String text) {
    return spelled(text, "\n\t");
  }

  /** A text of one line in which whatever is not shown is a blank, so that columns stay. */
  public static String blanked(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int codePoint = text.codePointAt(at);
      shown.appendCodePoint(shows(codePoint) ? codePoint : ' ');
    }
    return shown.toString();
  }

  private static String spelled(String text, String meant) {
    int at = 0;
    while (at < text.length() && isShown(text.codePointAt(at), meant)) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.substring(0, at));
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (isShown(codePoint, meant)) {
        shown.appendCodePoint(codePoint);
      } else {
        spell(codePoint, shown);
      }
      at += Character.charCount(codePoint);
    }
    return shown.toString();
  }

  private static boolean isShown(int codePoint, String meant) {
    return shows(codePoint) || meant.indexOf(codePoint) >= 0;
  }

  private static void spell(int codePoint, StringBuilder shown) {
    switch (codePoint) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        for (char unit : Character.toChars(codePoint)) {
          String hex = Integer.toHexString(unit);
          shown.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
        }
      }
    }
  }
}
