package io.dmio.run;

import io.dmio.workload.PrintableText;
import java.util.StringJoiner;

/**
 * Spells commands so that a shell reads them as they are meant. What cannot be shown needs a shell
 * that knows {@code $'...'}.
 */
public final class ShellWord {

  private ShellWord() {}

  /** The words with blanks between, quoted where they must be. */
  public static String line(String... words) {
    StringJoiner line = new StringJoiner(" ");
    for (String word : words) {
      line.add(quote(word));
    }
    return line.toString();
  }

  private static String quote(String word) {
    if (!PrintableText.line(word).equals(word)) {
      String spelled = PrintableText.line(word.replace("\\", "\\\\").replace("'", "\\'"));
      return "$'" + spelled + "'";
    }
    return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isPlain(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-/:=,+@%".indexOf(c) >= 0
        || c > 127;
  }
}
