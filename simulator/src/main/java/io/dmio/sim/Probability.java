package io.dmio.sim;

import java.math.BigInteger;

/**
 * An exact probability: a 64-bit draw hits iff it is below the threshold.
 *
 * @param threshold unsigned, in units of 2^-64
 * @param certain whether every draw hits (1 has no 64-bit threshold)
 */
public record Probability(long threshold, boolean certain) {

  /** Never. */
  public static final Probability NEVER = new Probability(0, false);

  /** Always. */
  public static final Probability ALWAYS = new Probability(0, true);

  /** The probability {@code numerator / denominator}, rounded down to a multiple of 2^-64. */
  public static Probability of(BigInteger numerator, BigInteger denominator) {
    if (numerator.signum() < 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException("not a probability: " + numerator + "/" + denominator);
    }
    int order = numerator.compareTo(denominator);
    if (order > 0) {
      throw new IllegalArgumentException("above 1: " + numerator + "/" + denominator);
    }
    return order == 0
        ? ALWAYS
        : new Probability(numerator.shiftLeft(Long.SIZE).divide(denominator).longValue(), false);
  }

  boolean accepts(long bits) {
    return certain || bits + Long.MIN_VALUE < threshold + Long.MIN_VALUE;
  }
}
