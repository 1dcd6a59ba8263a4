package io.dmio.scenario.shape;

import io.dmio.sim.Probability;
import java.math.BigInteger;

/**
 * An exact fraction between 0 and 1.
 *
 * @param numerator not negative, not above the denominator
 * @param denominator positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  public boolean isOne() {
    return numerator.equals(denominator);
  }

  public Probability probability() {
    return Probability.of(numerator, denominator);
  }
}
