package io.dmio.cli;

import java.util.Collection;
import java.util.List;

/** Finds what was probably meant. */
final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /** A question with the known words that are near, or another hint where none is. */
  static String hint(String word, Collection<String> known, String otherwise) {
    List<String> near =
        known.stream()
            .filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 3))
            .sorted((a, b) -> Integer.compare(distance(word, a), distance(word, b)))
            .limit(MOST)
            .toList();
    return near.isEmpty() ? otherwise : "did you mean " + String.join(" or ", near) + "?";
  }

  /** Letters to insert, delete or replace. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
