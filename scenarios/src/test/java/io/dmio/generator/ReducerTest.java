package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the reducer leaves. */
final class ReducerTest {

  @Test
  void reducer_leavesOnlyWhatIsNeeded() {
    String reduced =
        Reducer.reduce(
            RandomScenario.text(3), text -> text.contains("tasks") && text.contains("write"));
    assertThat(reduced.lines().filter(line -> line.contains("write"))).hasSize(1);
    assertThat(reduced.lines().count()).isLessThanOrEqualTo(3);
  }

  /** Else a rule could never be left out. */
  @Test
  void reducer_forgetsWhatIsExpectedOfARule() {
    String text =
        """
        faults:
          - { lost-write: a, id: e1 }
        expect: { fired: { e1: { at-least: 0 } } }
        tasks: { t: [ { get: 1 } ] }
        """;
    String reduced =
        Reducer.reduce(
            text,
            smaller ->
                smaller.contains("get")
                    && smaller.contains("lost-write") == smaller.contains("id: e1")
                    && smaller.contains("lost-write") == smaller.contains("{ e1: "));
    assertThat(reduced).contains("get").doesNotContain("fired").doesNotContain("lost-write");
  }
}
