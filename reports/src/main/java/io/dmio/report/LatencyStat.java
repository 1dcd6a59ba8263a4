package io.dmio.report;

import org.HdrHistogram.Histogram;

/** How long things took: percentiles to three digits, the extremes exactly. */
final class LatencyStat {

  private final Histogram histogram = new Histogram(3);
  private long min = Long.MAX_VALUE;
  private long max;

  void record(long nanos) {
    histogram.recordValue(nanos);
    min = Math.min(min, nanos);
    max = Math.max(max, nanos);
  }

  long count() {
    return histogram.getTotalCount();
  }

  /**
   * Nanoseconds that so many of a hundred do not exceed, 0 for the least and 100 for the most.
   * There must be a value.
   */
  long percentile(double percent) {
    long value = percent == 0 ? min : histogram.getValueAtPercentile(percent);
    return Math.max(min, Math.min(max, histogram.medianEquivalentValue(value)));
  }
}
