package io.dmio.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is guessed for a word that nobody knows. */
final class GuessTest {

  private static final List<String> KNOWN =
      List.of("run", "replay", "report", "--seed", "one-bad-region");

  @ParameterizedTest
  @CsvSource({
    "rnu, run",
    "ru, run",
    "runs, run",
    "repaly, replay",
    "reprot, report",
    "--sed, --seed",
    "one-bad-regoin, one-bad-region",
    "one-bad-legion, one-bad-region",
  })
  void slip_isGuessed(String word, String meant) {
    assertThat(Guess.nearest(word, KNOWN)).isEqualTo(meant);
    assertThat(Guess.hint(word, KNOWN, "no idea")).isEqualTo("did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @CsvSource({"x", "rut-x", "explain", "rexxxx", "one-region", "bad"})
  void otherWord_isNot(String word) {
    assertThat(Guess.nearest(word, KNOWN)).isNull();
    assertThat(Guess.hint(word, KNOWN, "no idea")).isEqualTo("no idea");
  }

  @Test
  void wordWithNothingInCommon_isNotGuessed_howeverShort() {
    assertThat(Guess.nearest("a", List.of("b"))).isNull();
    assertThat(Guess.nearest("", List.of("b"))).isNull();
  }

  @Test
  void fewestEdits_win_andThenTheFirst() {
    assertThat(Guess.nearest("disk-c", List.of("disk-ab", "disk-b", "disk-a"))).isEqualTo("disk-b");
  }

  @Test
  void allAreNamed_whereNoneIsNear() {
    assertThat(Guess.of("x", List.of("run", "replay"))).isEqualTo("known: run, replay");
    assertThat(Guess.of("x", List.of())).isEqualTo("there are none");
  }
}
