package io.dmio.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.HdrHistogram.Histogram;

final class LatencyStatProperties {

  /** Of few values or many, close together or spread over all magnitudes. */
  @Property(tries = 1000, seed = "5")
  void percentiles_areThoseOfTheHistogram(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3000) int count,
      @ForAll @IntRange(min = 0, max = 60) int magnitude,
      @ForAll @IntRange(min = 1, max = 99_999) int thousandths) {
    Random random = new Random(seed);
    LatencyStat stat = new LatencyStat();
    Histogram histogram = new Histogram(3);
    long min = Long.MAX_VALUE;
    long max = 0;
    for (int i = 0; i < count; i++) {
      long value = random.nextLong() >>> (63 - random.nextInt(magnitude + 1));
      stat.record(value);
      histogram.recordValue(value);
      min = Math.min(min, value);
      max = Math.max(max, value);
    }

    assertThat(stat.percentile(0)).isEqualTo(min);
    assertThat(stat.percentile(100)).isEqualTo(max);
    for (double p : new double[] {thousandths / 1000.0, 50, 90, 95, 99, 99.9, 99.99}) {
      long value = histogram.medianEquivalentValue(histogram.getValueAtPercentile(p));
      assertThat(stat.percentile(p)).as("p" + p).isEqualTo(Math.max(min, Math.min(max, value)));
    }
  }
}
