package io.dmio.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Spells commands so that a shell reads them as they are meant. */
final class ShellWord {

  private ShellWord() {}

  /** The words with blanks between, quoted where they must be. */
  static String line(String... words) {
    return Arrays.stream(words).map(ShellWord::quote).collect(Collectors.joining(" "));
  }

  private static String quote(String word) {
    boolean plain = !word.isEmpty() && word.chars().allMatch(ShellWord::isPlain);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-/:=,+@%".indexOf(c) >= 0
        || c > 127;
  }
}
