package io.dmio.sim;

/**
 * Where a run is stopped.
 *
 * @param timeNanos the last virtual time at which an event may happen
 * @param events how many events may be handled, and how many may be recorded
 */
public record Limits(long timeNanos, long events) {

  /** One minute of virtual time, ten million events. */
  public static final Limits DEFAULT = new Limits(60_000_000_000L, 10_000_000L);

  /** Checks that both are positive. */
  public Limits {
    if (timeNanos <= 0 || events <= 0) {
      throw new IllegalArgumentException("limits must be positive: " + timeNanos + ", " + events);
    }
  }
}
