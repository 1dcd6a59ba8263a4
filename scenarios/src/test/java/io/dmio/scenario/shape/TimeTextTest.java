package io.dmio.scenario.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeTextTest {

  @ParameterizedTest
  @CsvSource({"0ns,0", "500ns,500", "80us,80000", "1ms,1000000", "2s,2000000000"})
  void times_areReadAndWritten(String text, long nanos) {
    assertThat(TimeText.read(text)).isEqualTo(nanos);
    assertThat(TimeText.write(nanos)).isEqualTo(text);
  }

  @Test
  void otherTexts_areRefusedWithAdvice() {
    assertThatThrownBy(() -> TimeText.read("2.5ms"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found '2.5ms'; whole numbers only");
    assertThatThrownBy(() -> TimeText.read("7msec")).hasMessageContaining("; write 7ms");
    assertThatThrownBy(() -> TimeText.read("99999999999s")).hasMessageContaining("too large");
  }
}
