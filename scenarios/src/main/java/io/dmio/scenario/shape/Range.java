package io.dmio.scenario.shape;

/**
 * Numbers from one to another, both included.
 *
 * @param low the least
 * @param high the most
 */
public record Range(long low, long high) {

  public static Range of(long value) {
    return new Range(value, value);
  }
}
