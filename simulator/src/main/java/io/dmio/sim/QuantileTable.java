package io.dmio.sim;

/**
 * A distribution of latencies as a function from 64 uniform bits to nanoseconds: the inverse of its
 * distribution function, read with integer arithmetic only.
 *
 * <p>Built once, with {@link StrictMath}: equal bits on every JVM. A lognormal distribution is held
 * as knots with linear interpolation between them. There are a thousand intervals for the body, a
 * thousand for its highest hundredth, and a thousand for the highest hundredth of that; so the
 * median, p99, p99.9, p99.99 and all multiples of 0.1 % are knots, exact to 1 ns. Between knots the
 * error is below one in a thousand up to p99.99, for every p99 up to ten medians.
 */
public final class QuantileTable {

  /** The highest latency that a table can hold: about 36 years. */
  public static final long MAX_NANOS = 1L << 60;

  private static final double Z_99 = NormalQuantile.ofUpperTail(0.01);
  private static final long LOW_HALF = 0xffffffffL;
  private static final int INTERVALS = 1000;
  private static final int LEVELS = 3;

  /** Each level hands its last hundredth to the next, which magnifies it a hundred times. */
  private static final int ZOOM = 100;

  private static final int PER_LEVEL = INTERVALS - INTERVALS / ZOOM;
  private static final int LAST_LEVEL = (LEVELS - 1) * PER_LEVEL;
  private static final int KNOTS = LAST_LEVEL + INTERVALS + 1;

  /** Empty: uniform over {@code count} values from {@code low}. */
  private final long[] knots;

  private final long low;
  private final long count;

  private QuantileTable(long[] knots, long low, long count) {
    this.knots = knots;
    this.low = low;
    this.count = count;
  }

  /**
   * Always the same.
   *
   * @param nanos 0..{@link #MAX_NANOS}
   */
  public static QuantileTable fixed(long nanos) {
    return uniform(nanos, nanos);
  }

  /**
   * Every integer of a range equally often.
   *
   * @param lowNanos the least, from 0
   * @param highNanos the most, up to {@link #MAX_NANOS}
   */
  public static QuantileTable uniform(long lowNanos, long highNanos) {
    checkRange("uniform", 0, lowNanos, highNanos);
    return new QuantileTable(new long[0], lowNanos, highNanos - lowNanos + 1);
  }

  /**
   * Lognormal; its parameters follow from two quantiles.
   *
   * @param medianNanos half of all draws are below; from 1
   * @param p99Nanos 99 of 100 draws are below; from {@code medianNanos} to {@link #MAX_NANOS}
   */
  public static QuantileTable lognormal(long medianNanos, long p99Nanos) {
    checkRange("lognormal", 1, medianNanos, p99Nanos);
    double sigma = StrictMath.log((double) p99Nanos / medianNanos) / Z_99;
    long[] knots = new long[KNOTS];
    for (int knot = 1; knot < KNOTS; knot++) {
      double nanos = StrictMath.rint(medianNanos * StrictMath.exp(sigma * NormalKnots.at(knot)));
      knots[knot] = Math.max(knots[knot - 1], (long) Math.min(nanos, MAX_NANOS));
    }
    return new QuantileTable(knots, 0, 0);
  }

  /**
   * The latency of a draw, not falling in {@code bits}.
   *
   * @param bits uniform, taken as unsigned
   */
  public long at(long bits) {
    if (knots.length == 0) {
      return low + fractionOf(count, bits);
    }
    long scaled = (bits >>> 32) * INTERVALS;
    int interval = (int) (scaled >>> 32);
    return interval < PER_LEVEL ? between(interval, scaled & LOW_HALF) : inTail(bits * ZOOM);
  }

  private long inTail(long bits) {
    long rest = bits;
    int base = PER_LEVEL;
    long scaled = (rest >>> 32) * INTERVALS;
    while (scaled >>> 32 >= PER_LEVEL && base < LAST_LEVEL) {
      rest *= ZOOM;
      base += PER_LEVEL;
      scaled = (rest >>> 32) * INTERVALS;
    }
    return between(base + (int) (scaled >>> 32), scaled & LOW_HALF);
  }

  /** The fraction is in units of 2^-32; one bit is moved, so that both factors are positive. */
  private long between(int knot, long fraction) {
    long lower = knots[knot];
    long width = knots[knot + 1] - lower;
    return lower + Math.multiplyHigh(width << 1, fraction << 31);
  }

  /** {@code whole * bits / 2^64}, rounded down, with unsigned bits. */
  private static long fractionOf(long whole, long bits) {
    if (whole >>> 32 == 0) {
      return ((bits >>> 32) * whole + (((bits & LOW_HALF) * whole) >>> 32)) >>> 32;
    }
    return RandomStream.highWord(bits, whole);
  }

  /** The part of all draws above a knot; the last stands for one half of what is left. */
  private static double upperTail(int knot) {
    int level = Math.min(knot / PER_LEVEL, LEVELS - 1);
    double above = Math.max(0.5, INTERVALS - (knot - level * PER_LEVEL));
    double scale = INTERVALS;
    for (int i = 0; i < level; i++) {
      scale *= ZOOM;
    }
    return above / scale;
  }

  /** The knots of the standard normal distribution, made when the first table needs them. */
  private static final class NormalKnots {

    private static final double[] Z = new double[KNOTS];

    static {
      for (int knot = 1; knot < KNOTS; knot++) {
        Z[knot] = NormalQuantile.ofUpperTail(upperTail(knot));
      }
    }

    static double at(int knot) {
      return Z[knot];
    }
  }

  private static void checkRange(String what, long least, long lowNanos, long highNanos) {
    if (lowNanos < least || highNanos < lowNanos || highNanos > MAX_NANOS) {
      throw new IllegalArgumentException(
          what + " needs " + least + " <= " + lowNanos + " <= " + highNanos + " <= " + MAX_NANOS);
    }
  }
}
