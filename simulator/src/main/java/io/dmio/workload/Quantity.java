package io.dmio.workload;

import io.dmio.sim.RandomStream;

/**
 * A number that the seed may draw.
 *
 * @param low the least
 * @param high the most; equal to {@code low}: nothing is drawn
 */
public record Quantity(long low, long high) {

  /** Checks the order. */
  public Quantity {
    if (low > high) {
      throw new IllegalArgumentException("empty range: " + low + "-" + high);
    }
  }

  /** Always the same. */
  public static Quantity of(long value) {
    return new Quantity(value, value);
  }

  /** The value, drawn if there is a choice. */
  public long draw(RandomStream stream) {
    return low == high ? low : stream.between(low, high);
  }
}
