package io.dmio.report;

import java.util.Arrays;

/**
 * Which steps of a pool are drawn: the last one of each moment; where these are too many, for each
 * column of time the lowest reserve, the most waiters and the last.
 */
final class StepChoice {

  private final PoolTrack pool;
  private final int[] chosen;
  private int count;

  private StepChoice(PoolTrack pool) {
    this.pool = pool;
    this.chosen = new int[pool.steps()];
  }

  static int[] of(PoolTrack pool, int most, long endNanos) {
    StepChoice choice = new StepChoice(pool);
    choice.lastOfEachMoment();
    if (choice.count <= most) {
      return Arrays.copyOf(choice.chosen, choice.count);
    }
    choice.count = 0;
    choice.extremes(endNanos / (most / 3) + 1);
    return Arrays.copyOf(choice.chosen, choice.count);
  }

  private void lastOfEachMoment() {
    for (int i = 0; i < pool.steps(); i++) {
      boolean last = i + 1 == pool.steps() || pool.time(i + 1) != pool.time(i);
      boolean peak = pool.waiting(i) > 0 && i + 1 < pool.steps() && pool.waiting(i + 1) == 0;
      if (last || peak) {
        chosen[count++] = i;
      }
    }
  }

  private void extremes(long columnNanos) {
    int from = 0;
    while (from < pool.steps()) {
      long column = pool.time(from) / columnNanos;
      int lowest = from;
      int longest = from;
      int to = from;
      for (; to < pool.steps() && pool.time(to) / columnNanos == column; to++) {
        lowest = pool.reserve(to) < pool.reserve(lowest) ? to : lowest;
        longest = pool.waiting(to) > pool.waiting(longest) ? to : longest;
      }
      int[] wanted = {Math.min(lowest, longest), Math.max(lowest, longest), to - 1};
      for (int step : wanted) {
        if (count == 0 || chosen[count - 1] < step) {
          chosen[count++] = step;
        }
      }
      from = to;
    }
  }
}
