package io.dmio.model;

import io.dmio.scenario.shape.TimeText;

/**
 * The part of a run's virtual time that a report looks at, both ends included.
 *
 * @param fromNanos at least 0
 * @param toNanos more than {@code fromNanos}; what lies behind the end of the run is not drawn
 */
public record TimeWindow(long fromNanos, long toNanos) {

  /** The whole run, however long it is. */
  public static final TimeWindow ALL = new TimeWindow(0, Long.MAX_VALUE);

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if there is nothing between the ends, or time before 0
   */
  public TimeWindow {
    if (fromNanos < 0 || fromNanos >= toNanos) {
      throw new IllegalArgumentException("no window: " + fromNanos + "ns.." + toNanos + "ns");
    }
  }

  /** Spelled out: the first call of the {@code equals} that records are given is slow to link. */
  boolean isAll() {
    return fromNanos == ALL.fromNanos && toNanos == ALL.toNanos;
  }

  /** The same window, cut off where a run ends; at least a nanosecond is left. */
  TimeWindow until(long endNanos) {
    return new TimeWindow(fromNanos, Math.min(toNanos, Math.max(endNanos, fromNanos + 1)));
  }

  public long lengthNanos() {
    return toNanos - fromNanos;
  }

  public boolean contains(long nanos) {
    return nanos >= fromNanos && nanos <= toNanos;
  }

  /** Whether something that began and ended then was there at a moment of the window. */
  public boolean overlaps(long beganNanos, long endedNanos) {
    return beganNanos <= toNanos && endedNanos >= fromNanos;
  }

  /** The moment of the window that is nearest to a time. */
  public long clip(long nanos) {
    return Math.max(fromNanos, Math.min(toNanos, nanos));
  }

  /** As a command line has it: {@code 1ms..2500us}. */
  public String text() {
    return TimeText.write(fromNanos) + ".." + TimeText.write(toNanos);
  }
}
