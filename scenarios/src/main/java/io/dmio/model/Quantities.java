package io.dmio.model;

import java.util.List;

/** Numbers as people read them: ASCII, the same everywhere, no floating point. */
public final class Quantities {

  private static final long[] TIME_SCALE = {1, 1_000, 1_000_000, 1_000_000_000};
  private static final String[] TIME_UNIT = {"ns", "us", "ms", "s"};
  private static final String[] SIZE_UNIT = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private Quantities() {}

  /** A time, rounded to three digits after the point at most: {@code 81.2us}. */
  public static String time(long nanos) {
    int unit = timeUnit(nanos);
    long scale = TIME_SCALE[unit];
    long thousandth = Math.max(1, scale / 1000);
    long rounded = (nanos + thousandth / 2) / thousandth * thousandth;
    if (unit < 3 && rounded >= TIME_SCALE[unit + 1]) {
      unit++;
      scale = TIME_SCALE[unit];
    }
    return decimal(rounded, scale) + TIME_UNIT[unit];
  }

  /** A time that is known to three digits, rounded to them: {@code 81.2us}, {@code 265us}. */
  public static String roundedTime(long nanos) {
    long unit = 1;
    while (nanos / unit >= 1000) {
      unit *= 10;
    }
    return exactTime((nanos + unit / 2) / unit * unit);
  }

  /** A time to the nanosecond: {@code 20.003118ms}. */
  public static String exactTime(long nanos) {
    int unit = timeUnit(nanos);
    return decimal(nanos, TIME_SCALE[unit]) + TIME_UNIT[unit];
  }

  /** The largest unit of which a time has at least one: {@code us}. */
  public static String timeUnitOf(long nanos) {
    return TIME_UNIT[timeUnit(nanos)];
  }

  /** Nanoseconds in the unit of {@link #timeUnitOf}. */
  public static long timeScaleOf(long nanos) {
    return TIME_SCALE[timeUnit(nanos)];
  }

  /** A size, with one digit after the point at most: {@code 4KiB}. */
  public static String size(long bytes) {
    int unit = 0;
    long scale = 1;
    while (unit + 1 < SIZE_UNIT.length && bytes >= scale * 1024) {
      unit++;
      scale *= 1024;
    }
    long whole = bytes / scale;
    long tenths = bytes % scale * 10 / scale;
    return whole + (tenths == 0 ? "" : "." + tenths) + SIZE_UNIT[unit];
  }

  /** A range of sectors: {@code 2048-2055}, or one sector alone. */
  public static String sectors(long first, long count) {
    return count <= 1 ? Long.toString(first) : first + "-" + (first + count - 1);
  }

  /** A number and its noun: {@code 1 call}, {@code 3 calls}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A seed as it is printed everywhere. */
  public static String seed(long seed) {
    return "0x" + Long.toHexString(seed);
  }

  private static int timeUnit(long nanos) {
    int unit = 0;
    while (unit < 3 && nanos >= TIME_SCALE[unit + 1]) {
      unit++;
    }
    return unit;
  }

  /** Written without regular expressions: a page has thousands of these. */
  private static String decimal(long value, long scale) {
    long rest = value % scale;
    if (rest == 0) {
      return Long.toString(value / scale);
    }
    String digits = Long.toString(rest + scale);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return value / scale + "." + digits.substring(1, end);
  }

  /** The first so many names, and how many more there are. */
  public static String shortened(List<String> names, int most) {
    int shown = Math.min(most, names.size());
    String text = String.join(", ", names.subList(0, shown));
    return shown < names.size() ? text + " and " + (names.size() - shown) + " more" : text;
  }
}
