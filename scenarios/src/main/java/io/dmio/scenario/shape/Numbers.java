package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.PlainScalars;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Bare numbers: counts, ranges, seeds and probabilities. */
public final class Numbers {

  private static final String HEX = "0x[0-9a-fA-F]+";
  private static final String POINT = "(0|[1-9][0-9]*)(\\.[0-9]+)?";
  private static final int MOST_DIGITS = 40;

  private Numbers() {}

  /** A decimal number without sign and leading zeros. */
  public static long decimal(String text) throws InvalidScalar {
    if (!isDigits(text)) {
      throw new InvalidScalar("expected a whole number, found '" + text + "'", hint(text));
    }
    refuseLeadingZero(text);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidScalar("too large: '" + text + "'", "the largest is " + Long.MAX_VALUE);
    }
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && PlainScalars.leadingDigits(text) == text.length();
  }

  private static String hint(String text) {
    if (text.contains("_") || text.contains(",")) {
      return "write the digits alone";
    }
    return text.startsWith("-") ? "it is never negative" : "digits alone, without a unit";
  }

  private static void refuseLeadingZero(String text) throws InvalidScalar {
    if (text.length() > 1 && text.startsWith("0")) {
      String rest = text.replaceFirst("^0+(?=.)", "");
      throw new InvalidScalar("a leading zero: '" + text + "'", "write " + rest);
    }
  }

  /** A decimal number within bounds. */
  public static long between(String text, long least, long most) throws InvalidScalar {
    long value = decimal(text);
    if (value < least || value > most) {
      throw new InvalidScalar("out of range: " + value, "from " + least + " to " + most);
    }
    return value;
  }

  /** A number, or {@code 2-3} (both included). */
  static Range range(String text, long least, long most) throws InvalidScalar {
    int dash = text.indexOf('-');
    if (dash <= 0) {
      return Range.of(between(text, least, most));
    }
    long low = between(text.substring(0, dash), least, most);
    return ordered(low, between(text.substring(dash + 1), least, most), text);
  }

  static Range ordered(long low, long high, String text) throws InvalidScalar {
    if (low > high) {
      throw new InvalidScalar("an empty range: '" + text + "'", "the smaller end comes first");
    }
    return new Range(low, high);
  }

  /** A seed: 64 bits, decimal or hexadecimal. */
  static long seed(String text) throws InvalidScalar {
    try {
      if (isDigits(text)) {
        refuseLeadingZero(text);
        return Long.parseUnsignedLong(text);
      }
      if (text.matches(HEX)) {
        return Long.parseUnsignedLong(text.substring(2), 16);
      }
    } catch (NumberFormatException e) {
      throw new InvalidScalar(
          "a seed has 64 bits: '" + text + "'", "the largest is 0xffffffffffffffff");
    }
    throw new InvalidScalar("expected a seed, found '" + text + "'", "write 7 or 0x7");
  }

  /** A probability: {@code 1%}, {@code 1/1000} or {@code 0.001}. */
  static Fraction probability(String text) throws InvalidScalar {
    Fraction fraction = fraction(text);
    if (fraction.numerator().compareTo(fraction.denominator()) > 0) {
      throw new InvalidScalar(
          "a probability above 1: '" + text + "'", "from 0 to 1, or 0% to 100%");
    }
    return fraction;
  }

  private static Fraction fraction(String text) throws InvalidScalar {
    int slash = text.indexOf('/');
    if (slash > 0) {
      long below = decimal(text.substring(slash + 1));
      if (below == 0) {
        throw new InvalidScalar("a division by zero: '" + text + "'", null);
      }
      long above = decimal(text.substring(0, slash));
      return new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1) : text;
    if (!number.matches(POINT) || number.length() > MOST_DIGITS) {
      throw new InvalidScalar(
          "expected a probability, found '" + text + "'", "write 1%, 1/1000 or 0.001");
    }
    BigDecimal value = new BigDecimal(number);
    BigInteger scale = BigInteger.TEN.pow(value.scale());
    return new Fraction(
        value.unscaledValue(), percent ? scale.multiply(BigInteger.valueOf(100)) : scale);
  }
}
