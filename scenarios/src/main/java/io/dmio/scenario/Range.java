package io.dmio.scenario;

/**
 * Numbers from one to another, both included.
 *
 * @param low the least
 * @param high the most
 */
record Range(long low, long high) {

  static Range of(long value) {
    return new Range(value, value);
  }
}
