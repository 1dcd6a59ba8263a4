package io.dmio.formats;

import io.dmio.formats.FioJobFile.Option;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as fio writes them. Where {@code kb_base} is 1024, its default, {@code k} and {@code kb}
 * mean 1024 and {@code ki} and {@code kib} 1000; where it is 1000 it is the other way round.
 */
public final class FioUnits {

  private static final Pattern NUMBER = Pattern.compile("([0-9]+)([a-z]*)");
  private static final String PREFIXES = "kmgtp";

  private final int base;

  /**
   * Numbers of a job.
   *
   * @param base 1000 or 1024
   */
  public FioUnits(int base) {
    this.base = base;
  }

  /** A number of bytes, or another number. */
  public long bytes(Option option, String text) throws MalformedTraceException {
    Matcher matcher = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw option.wrong("'" + text + "' is no number such as 4096, 4k or 1g");
    }
    return fitting(option, new BigInteger(matcher.group(1)).multiply(worth(option, matcher)));
  }

  /**
   * A time in nanoseconds.
   *
   * @param unitNanos what a number without a unit counts
   */
  public static long nanos(Option option, long unitNanos) throws MalformedTraceException {
    Matcher matcher = NUMBER.matcher(option.value().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw option.wrong("expected a time such as 30, 30s or 500ms");
    }
    long unit =
        switch (matcher.group(2)) {
          case "" -> unitNanos;
          case "us", "usec" -> 1_000L;
          case "ms", "msec" -> 1_000_000L;
          case "s", "sec" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          case "d" -> 86_400_000_000_000L;
          default -> throw option.wrong("unknown unit; there are d h m s ms us");
        };
    return fitting(option, new BigInteger(matcher.group(1)).multiply(BigInteger.valueOf(unit)));
  }

  private BigInteger worth(Option option, Matcher number) throws MalformedTraceException {
    String unit = number.group(2);
    if (unit.isEmpty() || unit.equals("b")) {
      return BigInteger.ONE;
    }
    int power = PREFIXES.indexOf(unit.charAt(0)) + 1;
    String rest = unit.substring(1);
    boolean other = rest.equals("i") || rest.equals("ib");
    if (power == 0 || !(other || rest.isEmpty() || rest.equals("b"))) {
      throw option.wrong("unknown unit '" + unit + "'; there are k m g t p");
    }
    int factor = other ? 1024 + 1000 - base : base;
    return BigInteger.valueOf(factor).pow(power);
  }

  private static long fitting(Option option, BigInteger value) throws MalformedTraceException {
    if (value.bitLength() > 62) {
      throw option.wrong("this number is too large");
    }
    return value.longValueExact();
  }
}
