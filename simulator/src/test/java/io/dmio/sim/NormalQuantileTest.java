package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalQuantileTest {

  /** The first three are the test values published with the algorithm, one for each branch. */
  @ParameterizedTest
  @CsvSource({
    "0.25, 0.6744897501960817",
    "0.001, 3.090232306167814",
    "1e-20, 9.262340089798408",
    "0.5, 0.0",
    "0.75, -0.6744897501960817",
    "0.999, -3.090232306167814",
    "0.01, 2.3263478740408408"
  })
  void quantile_isTheTabulatedOne(double tail, double z) {
    assertThat(NormalQuantile.ofUpperTail(tail)).isCloseTo(z, within(1e-13));
  }
}
