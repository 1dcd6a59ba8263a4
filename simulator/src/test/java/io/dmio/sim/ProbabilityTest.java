package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class ProbabilityTest {

  private static Probability of(long numerator, long denominator) {
    return Probability.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  @Test
  void half_isExactlyHalfOfAllDraws() {
    Probability half = of(1, 2);
    assertThat(half.threshold()).isEqualTo(Long.MIN_VALUE);
    assertThat(half.accepts(Long.MAX_VALUE)).isTrue();
    assertThat(half.accepts(Long.MIN_VALUE)).isFalse();
  }

  @Test
  void third_isRoundedDown() {
    assertThat(of(1, 3).threshold()).isEqualTo(0x5555555555555555L);
    assertThat(of(2, 3).threshold()).isEqualTo(0xaaaaaaaaaaaaaaaaL);
  }

  @Test
  void zero_neverHits_andOneAlwaysDoes() {
    for (long bits : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(of(0, 5).accepts(bits)).isFalse();
      assertThat(of(5, 5).accepts(bits)).isTrue();
    }
    assertThat(of(0, 1)).isEqualTo(Probability.NEVER);
    assertThat(of(1, 1)).isEqualTo(Probability.ALWAYS);
  }

  @Test
  void anythingElse_isRefused() {
    assertThatThrownBy(() -> of(2, 1)).hasMessageContaining("above 1: 2/1");
    assertThatThrownBy(() -> of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hits_drawsAlsoWhenItIsCertain() {
    RandomStream stream = new SeededChoices(1).stream("p");
    assertThat(stream.hits(Probability.ALWAYS)).isTrue();
    assertThat(stream.hits(Probability.NEVER)).isFalse();
    assertThat(stream.draws()).isEqualTo(2);
  }
}
