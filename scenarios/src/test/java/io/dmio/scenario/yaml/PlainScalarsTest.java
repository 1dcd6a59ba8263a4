package io.dmio.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainScalarsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes",
        "YES",
        "no",
        "No",
        "NO",
        "true",
        "True",
        "TRUE",
        "false",
        "False",
        "FALSE",
        "on",
        "On",
        "ON",
        "off",
        "Off",
        "OFF",
        "null",
        "Null",
        "NULL",
        "~",
        "",
        "y",
        "n",
        "yEs",
        "one",
        "note",
        "nothing",
        "Onward",
        "x1",
        "Infinity",
        "NaN",
        "écart",
        "inf",
        "7",
        "07",
        "0x7",
        "7s",
        "1.5",
        "1e3",
        "1e+3",
        ".inf",
        ".NaN",
        ".x",
        "-1",
        "+",
        "<",
        "=",
        "1_000",
        "_1",
        "/tmp",
        "0b1",
        "-0b_1_",
        "0b2",
        "0x_f",
        "0xg",
        "0o7",
        "08",
        "0_7",
        "-0",
        "1.",
        "1_0.5_",
        "12e03",
        "-2E+05",
        "1e",
        "1:59.5",
        "1:60.5",
        "0:59.5",
        "-.INF",
        "+.nan",
        ".iNF",
        "1.5s",
        "1/2",
        "2048-2055",
        "2048+8"
      })
  void text_isWhatJacksonTakesForText(String plain) throws IOException {
    assertThat(PlainScalars.isText(plain)).isEqualTo(isTextForJackson(plain));
  }

  private static boolean isTextForJackson(String plain) throws IOException {
    try (JsonParser parser = new YAMLFactory().createParser("key: " + plain)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(parser.nextToken()).isEqualTo(JsonToken.FIELD_NAME);
      JsonToken token = parser.nextToken();
      assertThat(parser.getText()).isEqualTo(plain);
      return token == JsonToken.VALUE_STRING;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<<",
        "12:30",
        "-1:59:59",
        "2001-12-14",
        "2001-12-14t21:59:43.10-05:00",
        "2001-1-1 1:01:01",
        "2001-12-14 21:59:43.10 -5",
        "2001-12-14T21:59:43Z"
      })
  void whatYamlHasTypesFor_isNoText_thoughJacksonTakesItForOne(String plain) throws IOException {
    assertThat(isTextForJackson(plain)).isTrue();
    assertThat(PlainScalars.isText(plain)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "1:60",
        "01:30",
        "2001-1-1",
        "2001-12-1",
        "2001-12-140",
        "20011-12-14",
        "2001-12-14t21:59",
        "2001-12-14 21:59:43 +100",
        "2001-12-14 21:59:43Zulu"
      })
  void almostANumberOrADate_isAText(String plain) {
    assertThat(PlainScalars.isText(plain)).isTrue();
  }

  @Test
  void longNumber_isATextForReadersOfYaml() {
    assertThat(PlainScalars.isText("1".repeat(1024))).isFalse();
    assertThat(PlainScalars.isText("1".repeat(1025))).isTrue();
  }
}
