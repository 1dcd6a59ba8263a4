package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantileTableTest {

  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  /** z of the median, p90, p99, p99.9, p99.99 and p99.9999: published values, 12 digits. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.0",
    "0.9, 1.281551565545",
    "0.99, 2.326347874041",
    "0.999, 3.090232306168",
    "0.9999, 3.719016485456",
    "0.999999, 4.753424308823"
  })
  void lognormal_namedPercentilesAreExactToRounding(String p, double z) {
    long median = 80_000;
    long p99 = 400_000;
    double expected = median * Math.exp(z * Math.log(5) / 2.326347874040841);
    assertThat(QuantileTable.lognormal(median, p99).at(bitsOf(p)))
        .isCloseTo(Math.round(expected), within(1L));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "80000, 400000", "8000000, 12000000", "1000, 10000"})
  void lognormal_medianAndP99AreWhatWasAskedFor(long median, long p99) {
    QuantileTable table = QuantileTable.lognormal(median, p99);
    assertThat(table.at(bitsOf("0.5"))).isEqualTo(median);
    assertThat(table.at(bitsOf("0.99"))).isCloseTo(p99, within(1L));
  }

  @ParameterizedTest
  @CsvSource({"0.0005", "0.0321", "0.98951", "0.98999", "0.998951", "0.9998951", "0.999989951"})
  void lognormal_betweenKnotsTheErrorIsBelowOneInAThousand(double p) {
    double median = 1e9;
    double z = NormalQuantile.ofUpperTail(1 - p);
    double expected = median * Math.exp(z * Math.log(10) / 2.326347874040841);
    long actual =
        QuantileTable.lognormal((long) median, (long) median * 10).at(bitsOf(Double.toString(p)));
    double allowed = p < 0.001 ? 0.5 : 0.001;
    assertThat(actual / expected).isCloseTo(1.0, within(allowed));
  }

  @Test
  void lognormal_hugeSpread_staysWithinTheLimit() {
    QuantileTable table = QuantileTable.lognormal(1, QuantileTable.MAX_NANOS);
    assertThat(table.at(-1L)).isEqualTo(QuantileTable.MAX_NANOS);
    assertThat(table.at(0)).isZero();
  }

  @Test
  void fixed_isTheSameForAllBits() {
    assertThat(QuantileTable.fixed(7).at(0)).isEqualTo(7);
    assertThat(QuantileTable.fixed(7).at(-1L)).isEqualTo(7);
    assertThat(QuantileTable.fixed(QuantileTable.MAX_NANOS).at(-1L))
        .isEqualTo(QuantileTable.MAX_NANOS);
  }

  @Test
  void uniform_reachesBothEndsAndSplitsEvenly() {
    QuantileTable table = QuantileTable.uniform(10, 12);
    assertThat(table.at(0)).isEqualTo(10);
    assertThat(table.at(bitsOf("0.333"))).isEqualTo(10);
    assertThat(table.at(bitsOf("0.334"))).isEqualTo(11);
    assertThat(table.at(bitsOf("0.666"))).isEqualTo(11);
    assertThat(table.at(bitsOf("0.667"))).isEqualTo(12);
    assertThat(table.at(-1L)).isEqualTo(12);
    long wide = 1L << 40;
    assertThat(QuantileTable.uniform(0, wide - 1).at(-1L)).isEqualTo(wide - 1);
    assertThat(QuantileTable.uniform(0, wide - 1).at(Long.MIN_VALUE)).isEqualTo(wide / 2);
  }

  @Test
  void impossibleRanges_areRefusedWithTheValues() {
    assertThatThrownBy(() -> QuantileTable.uniform(5, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 <= 5 <= 4");
    assertThatThrownBy(() -> QuantileTable.fixed(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> QuantileTable.lognormal(0, 4)).hasMessageContaining("1 <= 0");
    assertThatThrownBy(() -> QuantileTable.fixed(QuantileTable.MAX_NANOS + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Golden values: a change of any of them is a change of every run that draws a latency. */
  @Test
  void lognormal_goldenValues() {
    QuantileTable table = QuantileTable.lognormal(80_000, 400_000);
    long sum = 0;
    RandomStream stream = new SeededChoices(1).stream("golden");
    for (int i = 0; i < 100_000; i++) {
      sum += table.at(stream.next());
    }
    assertThat(sum).isEqualTo(10_188_691_980L);
  }

  /** The first bits of the quantile {@code p}. */
  static long bitsOf(String p) {
    BigDecimal exact = new BigDecimal(p).multiply(new BigDecimal(TWO_64));
    return exact.setScale(0, RoundingMode.CEILING).toBigInteger().longValue();
  }
}
