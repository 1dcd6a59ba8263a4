package io.dmio.scenario;

import io.dmio.sim.Probability;
import java.math.BigInteger;

/**
 * An exact fraction between 0 and 1.
 *
 * @param numerator not negative, not above the denominator
 * @param denominator positive
 */
record Fraction(BigInteger numerator, BigInteger denominator) {

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  boolean isOne() {
    return numerator.equals(denominator);
  }

  Probability probability() {
    return Probability.of(numerator, denominator);
  }
}
