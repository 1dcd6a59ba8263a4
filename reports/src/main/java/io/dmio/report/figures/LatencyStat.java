package io.dmio.report.figures;

import org.HdrHistogram.Histogram;

/** How long things took: percentiles to three digits, the extremes exactly. */
public final class LatencyStat {

  /** How many parts of equal width the shares of a doubling have. */
  static final int PARTS = 4;

  private static final int SHARES = 64 * PARTS;

  private final Histogram histogram = new Histogram(3);
  private final long[] shares = new long[SHARES];
  private long min = Long.MAX_VALUE;
  private long max;

  public void record(long nanos) {
    histogram.recordValue(nanos);
    shares[share(nanos)]++;
    min = Math.min(min, nanos);
    max = Math.max(max, nanos);
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /**
   * Nanoseconds that so many of a hundred do not exceed, 0 for the least and 100 for the most.
   * There must be a value.
   */
  public long percentile(double percent) {
    if (percent == 0 || percent == 100) {
      return percent == 0 ? min : max;
    }
    long value = valueOfRank(rank(percent));
    return Math.max(min, Math.min(max, histogram.medianEquivalentValue(value)));
  }

  /** How many values do not exceed a percentile, as {@link Histogram} counts them. */
  private long rank(double percent) {
    return Math.max(1, (long) Math.ceil(Math.nextDown(percent) * count() / 100));
  }

  /**
   * Some value that the histogram takes for the same as that of a rank. The shares say where to
   * halve: the histogram alone would go through its ten thousands of counts each time.
   */
  private long valueOfRank(long rank) {
    int share = firstShare();
    long before = 0;
    while (before + shares[share] < rank) {
      before += shares[share++];
    }
    long low = shareFrom(share);
    long high = shareFrom(share + 1) - 1;
    while (!histogram.valuesAreEquivalent(low, high)) {
      long middle = histogram.highestEquivalentValue((low + high) >>> 1);
      long lower = histogram.getCountBetweenValues(low, middle);
      if (before + lower >= rank) {
        high = middle;
      } else {
        before += lower;
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first share of the range of times that holds any. There must be a value. */
  public int firstShare() {
    return share(min);
  }

  /** The last share that holds any. */
  public int lastShare() {
    return share(max);
  }

  /** How many are in a share. */
  public long inShare(int share) {
    return shares[share];
  }

  /** Where a share begins, in nanoseconds. */
  public static long shareFrom(int share) {
    int octave = share / PARTS + 1;
    long part = share % PARTS;
    return share < PARTS ? share : (1L << octave) + (part << (octave - 2));
  }

  /** Below 4 ns a share a nanosecond, then four a doubling. */
  private static int share(long nanos) {
    if (nanos < PARTS) {
      return (int) Math.max(0, nanos);
    }
    int octave = 63 - Long.numberOfLeadingZeros(nanos);
    return (octave - 1) * PARTS + (int) (nanos >>> (octave - 2) & 3);
  }
}
