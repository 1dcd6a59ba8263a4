package io.dmio.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTextTest {

  @Test
  void whatMovesCursorsOrMisleads_isSpelled() {
    assertThat(PrintableText.line("a\u001b[2Jb\u007f\u009bc\r\n\td"))
        .isEqualTo("a\\u001b[2Jb\\u007f\\u009bc\\r\\n\\td");
    assertThat(PrintableText.line("\u202eabc\u2066\u200b\ufeff\u2028\u2029\u0085"))
        .isEqualTo("\\u202eabc\\u2066\\u200b\\ufeff\\u2028\\u2029\\u0085");
    assertThat(PrintableText.line("\ud800x\udc00")).isEqualTo("\\ud800x\\udc00");
    assertThat(PrintableText.line("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
  }

  @Test
  void whatCanBeRead_staysAsItIs() {
    String text = "größe = 3 µs \"ok\" \\ 日本語 \ud83d\ude00 ❤\ufe0f ~";

    assertThat(PrintableText.line(text)).isSameAs(text);
    assertThat(PrintableText.lines("a\n\tb\r")).isEqualTo("a\n\tb\\r");
  }

  @Test
  void nothingIsShown_thatTheJdkCallsAControl() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (Character.getType(point) == Character.CONTROL
          || Character.getType(point) == Character.SURROGATE
          || Character.getType(point) == Character.LINE_SEPARATOR
          || Character.getType(point) == Character.PARAGRAPH_SEPARATOR) {
        assertThat(PrintableText.shows(point)).as(Integer.toHexString(point)).isFalse();
      }
    }
  }
}
