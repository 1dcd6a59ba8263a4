package io.dmio.sim;

/**
 * Where a run is stopped.
 *
 * @param timeNanos the last virtual time at which an event may happen
 * @param events how many events may be handled, and how many may be recorded
 * @param atOnce how many calls, and how many bios, may be under way at the same time, and half of
 *     how many events may be scheduled: what goes on for ever inside one event is ended by this
 *     before memory is
 */
public record Limits(long timeNanos, long events, int atOnce) {

  /** A million at once. */
  public static final int MOST_AT_ONCE = 1_000_000;

  /** One minute of virtual time, ten million events. */
  public static final Limits DEFAULT = new Limits(60_000_000_000L, 10_000_000L);

  /** Limits of time and events. */
  public Limits(long timeNanos, long events) {
    this(timeNanos, events, MOST_AT_ONCE);
  }

  /** Checks that all are positive. */
  public Limits {
    if (timeNanos <= 0 || events <= 0 || atOnce <= 0) {
      throw new IllegalArgumentException(
          "limits must be positive: " + timeNanos + ", " + events + ", " + atOnce);
    }
  }

  /** How many events may be scheduled at the same time: a call and its bio have one each. */
  int scheduledAtOnce() {
    return (int) Math.min(Integer.MAX_VALUE, 2L * atOnce);
  }

  /** As these, but for the number of events. */
  public Limits withEvents(long most) {
    return new Limits(timeNanos, most, atOnce);
  }
}
