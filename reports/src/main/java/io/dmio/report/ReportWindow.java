package io.dmio.report;

import io.dmio.scenario.TimeText;

/**
 * The part of a run's virtual time that a report looks at, both ends included.
 *
 * @param fromNanos at least 0
 * @param toNanos more than {@code fromNanos}; what lies behind the end of the run is not drawn
 */
public record ReportWindow(long fromNanos, long toNanos) {

  /** The whole run, however long it is. */
  public static final ReportWindow ALL = new ReportWindow(0, Long.MAX_VALUE);

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if there is nothing between the ends, or time before 0
   */
  public ReportWindow {
    if (fromNanos < 0 || fromNanos >= toNanos) {
      throw new IllegalArgumentException("no window: " + fromNanos + "ns.." + toNanos + "ns");
    }
  }

  /** Spelled out: the first call of the {@code equals} that records are given is slow to link. */
  boolean isAll() {
    return fromNanos == ALL.fromNanos && toNanos == ALL.toNanos;
  }

  /** The same window, cut off where a run ends; at least a nanosecond is left. */
  ReportWindow until(long endNanos) {
    return new ReportWindow(fromNanos, Math.min(toNanos, Math.max(endNanos, fromNanos + 1)));
  }

  long lengthNanos() {
    return toNanos - fromNanos;
  }

  boolean contains(long nanos) {
    return nanos >= fromNanos && nanos <= toNanos;
  }

  /** Whether something that began and ended then was there at a moment of the window. */
  boolean overlaps(long beganNanos, long endedNanos) {
    return beganNanos <= toNanos && endedNanos >= fromNanos;
  }

  /** The moment of the window that is nearest to a time. */
  long clip(long nanos) {
    return Math.max(fromNanos, Math.min(toNanos, nanos));
  }

  /** As a command line has it: {@code 1ms..2500us}. */
  String text() {
    return TimeText.write(fromNanos) + ".." + TimeText.write(toNanos);
  }
}
