package io.dmio.fault;

/**
 * Where misdirected data goes or comes from, on the same disk.
 *
 * @param origin the first sector of the place that belongs to {@code first}; or -1: the first
 *     sector that a bio has in the place goes to {@code first}, whichever that is
 * @param first the wrong place's first sector
 * @param end behind the last sector that may be used, at most the disk's size; data that would
 *     reach further begins earlier
 */
public record Misdirection(long origin, long first, long end) {

  /** In place of an origin: wherever the data begins. */
  public static final long ANYWHERE = -1;

  /**
   * How far a bio's sectors are off.
   *
   * @param from the first sector that it has in the place
   * @param span sectors from there to the last that it has there
   */
  long shift(long from, long span) {
    return origin == ANYWHERE ? Math.max(0, Math.min(first, end - span)) - from : first - origin;
  }
}
