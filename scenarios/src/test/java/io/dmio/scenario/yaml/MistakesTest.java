package io.dmio.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dmio.scenario.MistakeCase;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MistakesTest {

  static List<MistakeCase> cases() {
    return MistakeCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMistake_isReportedWhereItStands(MistakeCase wrong) {
    assertThat(wrong.said()).isEqualTo(wrong.expected()).isNotEmpty();
  }

  @Test
  void cases_areManyAndDiffer() {
    assertThat(cases()).hasSizeGreaterThan(140).doesNotHaveDuplicates();
    assertThat(cases().stream().map(MistakeCase::title)).doesNotHaveDuplicates();
  }

  @Test
  void render_showsFileLineCaretAndHint() {
    ScenarioException e =
        failure("dmio: 1\nscenario: t\ndevices: { a: { size: 4k } }\ntasks: {}\n");

    assertThat(e.render())
        .isEqualTo(
            """
            t.yaml:3:23: error: expected a size with its unit, such as 4KiB, found '4k'
              devices: { a: { size: 4k } }
                                    ^
              hint: write 4KiB
            t.yaml:4:8: error: expected a mapping of names to tasks, found none
              tasks: {}
                     ^""");
    assertThat(e).hasMessage(e.mistakes().get(0).message());
  }

  @Test
  void columns_countCharactersNotUnits() {
    ScenarioException e = failure("dmio: 1\nabout: { \uD83D\uDE00: 1 }\n");

    assertThat(e.mistakes().get(0).column()).isEqualTo(1);
    ScenarioException inside = failure("{ dmio: 1, about: \"\uD83D\uDE00\", sede: 1 }");
    assertThat(inside.mistakes().stream().map(Mistake::column)).contains(24);
  }

  @Test
  void carriageReturns_changeNoPosition() {
    String text = "dmio: 1\nscenario: t\ndevices: { a: { size: 4k } }\ntasks: {}\n";

    assertThat(failure(text.replace("\n", "\r\n")).render()).isEqualTo(failure(text).render());
  }

  private static ScenarioException failure(String text) {
    return catchThrowableOfType(
        ScenarioException.class, () -> Scenarios.read(ScenarioSource.text("t.yaml", text)).close());
  }
}
