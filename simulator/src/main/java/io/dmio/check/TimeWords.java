package io.dmio.check;

/** Says virtual times as scenarios write them. */
final class TimeWords {

  private static final String[] UNITS = {"ns", "us", "ms", "s"};

  private TimeWords() {}

  /** A time, exactly, in the largest unit of which it has at least one. */
  static String of(long nanos) {
    assert nanos >= 0 : nanos + " ns";
    int unit = 0;
    long size = 1;
    while (unit < UNITS.length - 1 && nanos >= size * 1000) {
      size *= 1000;
      unit++;
    }
    String rest = size == 1 ? "" : String.valueOf(size + nanos % size).substring(1);
    String digits = rest.replaceAll("0+$", "");
    return nanos / size + (digits.isEmpty() ? "" : "." + digits) + UNITS[unit];
  }
}
