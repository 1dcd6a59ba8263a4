package io.dmio.sim;

/**
 * Two numbers in one field of a record of the {@link EventLog}. Who names the fields of a kind of
 * record, packs and unpacks them, is the {@code ...EventCodec} of the package that records it.
 */
public final class EventFields {

  private static final int HALF_DETAIL = 16;
  private static final int LOW_DETAIL = (1 << HALF_DETAIL) - 1;
  private static final int HALF_FIELD = 32;

  private EventFields() {}

  /** Two numbers in a detail, each from 0 to 65,535. */
  public static int detail(int high, int low) {
    assert (high & ~LOW_DETAIL) == 0 && (low & ~LOW_DETAIL) == 0 : high + ", " + low;
    return high << HALF_DETAIL | low;
  }

  /** The first number of such a detail. */
  public static int high(int detail) {
    return detail >>> HALF_DETAIL;
  }

  /** The second number of such a detail. */
  public static int low(int detail) {
    return detail & LOW_DETAIL;
  }

  /** Two numbers in a field, each from 0 to 2,147,483,647. */
  public static long field(int high, int low) {
    assert high >= 0 && low >= 0 : high + ", " + low;
    return (long) high << HALF_FIELD | low;
  }

  /** The first number of such a field. */
  public static int high(long field) {
    return (int) (field >>> HALF_FIELD);
  }

  /** The second number of such a field. */
  public static int low(long field) {
    return (int) field;
  }
}
