package io.dmio.check;

import java.util.ArrayList;
import java.util.List;

/** Sectors that hold what they should not, as runs of neighbours that are wrong alike. */
final class Differences {

  private final TagWords words;
  private final List<Run> runs = new ArrayList<>();

  Differences(TagWords words) {
    this.words = words;
  }

  /** Adds a sector; sectors of one range come in order. */
  void add(long sector, long tag, long[] permitted) {
    String actual = words.of(tag);
    String expected = words.ofAny(permitted);
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null && last.isContinuedBy(sector, expected, actual)) {
      runs.set(runs.size() - 1, last.longer());
    } else {
      runs.add(new Run(sector, 1, expected, actual));
    }
  }

  /** What was found since the last call. */
  List<Run> take() {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<Run> all = List.copyOf(runs);
    runs.clear();
    return all;
  }

  /**
   * Neighbours.
   *
   * @param sector the first
   * @param count how many
   * @param expected what they should hold
   * @param actual what they hold
   */
  record Run(long sector, long count, String expected, String actual) {

    boolean isContinuedBy(long next, String should, String is) {
      return next == sector + count && should.equals(expected) && is.equals(actual);
    }

    Run longer() {
      return new Run(sector, count + 1, expected, actual);
    }

    /** As people read it. */
    String text() {
      boolean one = count == 1;
      return (one ? "sector " + sector + " holds " : "sectors " + sector + "-" + last() + " hold ")
          + actual
          + ", should hold "
          + expected;
    }

    private long last() {
      return sector + count - 1;
    }
  }
}
