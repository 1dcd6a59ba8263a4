package io.dmio.report.figures;

import io.dmio.model.PoolTrack;
import io.dmio.model.TimeWindow;
import java.util.Arrays;

/**
 * Which steps of a pool are drawn: the last one before the window, and in it the last one of each
 * moment; where these are too many, for each column of time the lowest reserve, the most waiters
 * and the last.
 */
public final class StepChoice {

  private final PoolTrack pool;
  private final TimeWindow window;
  private final int first;
  private final int end;
  private final int[] chosen;
  private int count;

  private StepChoice(PoolTrack pool, TimeWindow window) {
    this.pool = pool;
    this.window = window;
    this.first = Math.max(0, firstFrom(window.fromNanos()) - 1);
    this.end = firstFrom(window.toNanos() + 1);
    this.chosen = new int[Math.max(0, end - first)];
  }

  /** Numbers of steps, ascending; a first one that came before the window holds at its begin. */
  public static int[] of(PoolTrack pool, int most, TimeWindow window) {
    StepChoice choice = new StepChoice(pool, window);
    choice.lastOfEachMoment();
    if (choice.count <= most) {
      return Arrays.copyOf(choice.chosen, choice.count);
    }
    choice.count = 0;
    choice.before();
    choice.extremes(window.lengthNanos() / (most / 3) + 1);
    return Arrays.copyOf(choice.chosen, choice.count);
  }

  private int firstFrom(long nanos) {
    int step = 0;
    while (step < pool.steps() && pool.time(step) < nanos) {
      step++;
    }
    return step;
  }

  private void lastOfEachMoment() {
    for (int i = first; i < end; i++) {
      boolean last = i + 1 == end || pool.time(i + 1) != pool.time(i);
      boolean peak = pool.waiting(i) > 0 && i + 1 < end && pool.waiting(i + 1) == 0;
      if (last || peak) {
        chosen[count++] = i;
      }
    }
  }

  private void before() {
    if (first < end && pool.time(first) < window.fromNanos()) {
      chosen[count++] = first;
    }
  }

  private void extremes(long columnNanos) {
    int from = first;
    while (from < end) {
      long column = column(from, columnNanos);
      int lowest = from;
      int longest = from;
      int to = from;
      for (; to < end && column(to, columnNanos) == column; to++) {
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

  private long column(int step, long columnNanos) {
    return (window.clip(pool.time(step)) - window.fromNanos()) / columnNanos;
  }
}
