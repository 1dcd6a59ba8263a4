package io.dmio.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SourceTextTest {

  @Test
  void lines_endWhereYamlEndsThem() {
    assertThat(SourceText.lines("a\nb\r\nc\rd\u0085e\u2028f\u2029g"))
        .containsExactly("a", "b", "c", "d", "e", "f", "g");
  }

  @Test
  void emptyLines_count() {
    assertThat(SourceText.lines("\n\r\n\n\r\r\n")).containsExactly("", "", "", "", "", "");
    assertThat(SourceText.lines("")).containsExactly("");
  }

  @Test
  void starts_areBehindTheBreaks() {
    assertThat(SourceText.starts("a\nbc\r\n\rd")).containsExactly(0, 2, 6, 7);
  }
}
