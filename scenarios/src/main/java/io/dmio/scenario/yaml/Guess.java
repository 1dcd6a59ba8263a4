package io.dmio.scenario.yaml;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what was probably meant by a word that nobody knows. */
public final class Guess {

  /** Beyond so many known words nothing is guessed: each would be compared with every other. */
  public static final int MOST_KNOWN = 1_000;

  private static final int MOST_LISTED = 100;

  private Guess() {}

  /** A hint: the nearest of the known words, or all of them if none is near. */
  public static String of(String word, Collection<String> known) {
    return hint(word, known, known.isEmpty() ? "there are none" : "known: " + listed(known));
  }

  private static String listed(Collection<String> known) {
    return known.size() <= MOST_LISTED
        ? String.join(", ", known)
        : String.join(", ", known.stream().limit(MOST_LISTED).toList()) + ", ...";
  }

  /** A question that names the nearest of the known words, or another hint if none is near. */
  public static String hint(String word, Collection<String> known, String otherwise) {
    String nearest = nearest(word, known);
    return nearest == null ? otherwise : "did you mean '" + nearest + "'?";
  }

  /**
   * The known word with the fewest edits, the first of several, if they are few: one, or one for
   * three letters of the word.
   */
  public static @Nullable String nearest(String word, Collection<String> known) {
    String best = null;
    int fewest = Math.max(1, word.length() / 3) + 1;
    if (known.size() > MOST_KNOWN || word.length() > MOST_KNOWN) {
      return null;
    }
    for (String candidate : known) {
      if (Math.abs(candidate.length() - word.length()) >= fewest) {
        continue;
      }
      int edits = edits(word, candidate);
      boolean related = edits < Math.max(word.length(), candidate.length());
      if (related && edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return best;
  }

  /** Insertions, deletions, replacements and swaps of neighbours between two words. */
  public static int edits(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    boolean equal = from.charAt(i - 1) == to.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (equal ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
