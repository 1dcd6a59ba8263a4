package io.dmio.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ranges of declared sectors that do not overlap. */
final class Ranges {

  /** By first sector. */
  private final TreeMap<Long, Range> ranges = new TreeMap<>();

  /** Adds a range in place of what was there. */
  void put(Range range) {
    assert range.first < range.end : "a range from " + range.first + " to " + range.end;
    remove(range.first, range.end, all -> true, gone -> {});
    ranges.put(range.first, range);
  }

  /**
   * Removes the parts of ranges that are among some sectors.
   *
   * @param end the sector after the last
   * @param which of the ranges
   * @param hears of the parts
   */
  void remove(long first, long end, Predicate<Range> which, Consumer<Range> hears) {
    Range range = next(first, end);
    while (range != null) {
      if (which.test(range)) {
        ranges.remove(range.first);
        keep(range, range.first, first);
        keep(range, end, range.end);
        hears.accept(range.part(Math.max(first, range.first), Math.min(end, range.end)));
      }
      range = next(range.end, end);
    }
  }

  /** Removes whole ranges. */
  void removeAll(Predicate<Range> which, Consumer<Range> hears) {
    for (Range range : List.copyOf(ranges.values())) {
      if (which.test(range)) {
        ranges.remove(range.first);
        hears.accept(range);
      }
    }
  }

  /** The range that has a sector, or null. */
  @Nullable Range of(long sector) {
    return next(sector, sector + 1);
  }

  Ranges copy() {
    Ranges copy = new Ranges();
    copy.ranges.putAll(ranges);
    return copy;
  }

  private void keep(Range range, long first, long end) {
    if (first < end) {
      ranges.put(first, range.part(first, end));
    }
  }

  /** The first range that has some of these sectors, or null. */
  private @Nullable Range next(long first, long end) {
    if (first >= end) {
      return null;
    }
    Map.Entry<Long, Range> before = ranges.floorEntry(first);
    if (before != null && first < before.getValue().end) {
      return before.getValue();
    }
    Map.Entry<Long, Range> after = ranges.ceilingEntry(first);
    return after == null || after.getKey() >= end ? null : after.getValue();
  }

  /**
   * Sectors.
   *
   * @param first the first
   * @param end the sector after the last
   * @param rule which has touched them
   * @param when it has, on the clock of the checks
   * @param rewritten when they were rewritten, or -1
   */
  record Range(long first, long end, int rule, long when, long rewritten) {

    private Range part(long from, long to) {
      return new Range(from, to, rule, when, rewritten);
    }

    Range rewrittenAt(long time) {
      return new Range(first, end, rule, when, time);
    }
  }
}
