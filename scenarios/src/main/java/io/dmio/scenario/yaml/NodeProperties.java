package io.dmio.scenario.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What may stand in front of a value.
 *
 * @param anchor the name of its anchor, or null
 * @param isTagged whether it has a tag
 * @param content the index of the value itself
 */
record NodeProperties(@Nullable String anchor, boolean isTagged, int content) {

  private static final String NOT_IN_NAMES = ":,[]{}/.*&";

  /**
   * The properties of the node that a token starts. They are read off the text, since Jackson does
   * not tell the tag of a first key, and tells the anchor of its mapping as that of the key.
   */
  static NodeProperties of(String text, int from, int to) {
    String anchor = null;
    boolean tagged = false;
    int at = from;
    while (at < to) {
      if (text.charAt(at) == '&') {
        int end = endOfName(text, at + 1);
        anchor = text.substring(at + 1, end);
        at = end;
      } else if (text.charAt(at) == '!') {
        tagged = true;
        at = endOfWord(text, at);
      } else if (at == from) {
        break;
      } else if (YamlSource.isBlank(text, at)) {
        at++;
      } else if (text.charAt(at) == '#') {
        at = SourceText.endOfLine(text, at);
      } else {
        break;
      }
    }
    return new NodeProperties(anchor, tagged, Math.min(at, to));
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (!YamlSource.isBlank(text, end) && NOT_IN_NAMES.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (!YamlSource.isBlank(text, end)) {
      end++;
    }
    return end;
  }
}
