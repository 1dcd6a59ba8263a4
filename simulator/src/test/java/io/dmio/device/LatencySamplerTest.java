package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.device.LatencySpec.Fixed;
import io.dmio.device.LatencySpec.Mixture;
import io.dmio.device.LatencySpec.Part;
import io.dmio.device.LatencySpec.Uniform;
import io.dmio.sim.Probability;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatencySamplerTest {

  private final RandomStream stream = new SeededChoices(11).stream("d/latency");

  @Test
  void fixedLatency_drawsNothing() {
    assertThat(sampler(new Fixed(80)).sample(stream)).isEqualTo(80);
    assertThat(stream.draws()).isZero();
  }

  @Test
  void negativeLatency_isRefused() {
    assertThatThrownBy(() -> sampler(new Fixed(-1))).hasMessageContaining("-1");
  }

  @Test
  void uniformLatency_staysInItsRange_andDrawsOnce() {
    LatencySampler sampler = sampler(new Uniform(50, 90));
    long[] samples = samples(sampler, 10_000);

    assertThat(LongStream.of(samples).min()).hasValue(50);
    assertThat(LongStream.of(samples).max()).hasValue(90);
    assertThat(stream.draws()).isEqualTo(10_000);
  }

  @Test
  void lognormalLatency_hasItsMedianAndP99() {
    long[] samples = samples(sampler(new LatencySpec.Lognormal(80_000, 1_000_000)), 100_000);
    java.util.Arrays.sort(samples);

    assertThat(samples[50_000]).isBetween(78_000L, 82_000L);
    assertThat(samples[99_000]).isBetween(930_000L, 1_070_000L);
  }

  @Test
  void mixture_takesItsPartsAsOftenAsTheyWeigh() {
    LatencySpec mixture =
        new Mixture(
            List.of(
                new Part(share(1, 4), new Fixed(1)),
                new Part(share(1, 2), new Uniform(20, 29)),
                new Part(share(1, 4), new Fixed(3))));
    long[] samples = samples(sampler(mixture), 40_000);

    assertThat(count(samples, 1, 1)).isBetween(9_600L, 10_400L);
    assertThat(count(samples, 20, 29)).isBetween(19_500L, 20_500L);
    assertThat(count(samples, 3, 3)).isBetween(9_600L, 10_400L);
    assertThat(stream.draws()).isEqualTo(40_000 + count(samples, 20, 29));
  }

  @Test
  void lastPart_takesTheRest_andWhatIsCertainLeavesNone() {
    LatencySpec halves =
        new Mixture(
            List.of(
                new Part(share(1, 2), new Fixed(1)),
                new Part(share(1, 2), new Fixed(2)),
                new Part(Probability.NEVER, new Fixed(3))));
    LatencySpec certain =
        new Mixture(
            List.of(
                new Part(Probability.ALWAYS, new Fixed(1)),
                new Part(Probability.NEVER, new Fixed(2))));

    assertThat(count(samples(sampler(halves), 1000), 3, 3)).isZero();
    assertThat(count(samples(sampler(certain), 1000), 1, 1)).isEqualTo(1000);
  }

  private long[] samples(LatencySampler sampler, int count) {
    return LongStream.range(0, count).map(i -> sampler.sample(stream)).toArray();
  }

  private static long count(long[] samples, long low, long high) {
    return LongStream.of(samples).filter(sample -> sample >= low && sample <= high).count();
  }

  private static Probability share(int numerator, int denominator) {
    return Probability.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  private static LatencySampler sampler(LatencySpec spec) {
    return LatencySampler.of(spec, new LatencyTables());
  }
}
