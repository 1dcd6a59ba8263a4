package io.dmio.scenario.shape;

/** Times as scenarios write them, for other texts that mean the same: {@code 80us}. */
public final class TimeText {

  private TimeText() {}

  /**
   * Reads a whole number with its unit: ns, us, ms or s.
   *
   * @return nanoseconds, from 0 on
   * @throws IllegalArgumentException if it is anything else; the message says what to write
   */
  public static long read(String text) {
    try {
      return Units.TIME.read(text);
    } catch (InvalidScalar invalid) {
      String advice = invalid.suggestion() == null ? "" : "; " + invalid.suggestion();
      throw new IllegalArgumentException(invalid.message() + advice, invalid);
    }
  }

  /** Writes nanoseconds in the largest unit that divides them. */
  public static String write(long nanos) {
    return Units.TIME.write(nanos);
  }
}
