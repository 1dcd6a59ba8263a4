package io.dmio.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

final class PlainScalarsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
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
        "-",
        "+",
        "<<",
        "<",
        "=",
        "12:30",
        "2001-12-14",
        "2001-12-14t21:59:43.10-05:00",
        "1_000",
        "_1",
        "/tmp",
        "!"
      })
  void text_isWhatSnakeYamlTakesForText(String plain) {
    Tag tag = new Resolver().resolve(NodeId.scalar, plain, true);

    assertThat(PlainScalars.isText(plain)).isEqualTo(tag.equals(Tag.STR));
  }
}
