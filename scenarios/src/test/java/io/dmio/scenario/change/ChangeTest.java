package io.dmio.scenario.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.Limits;
import io.dmio.testbed.WorldSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeTest {

  private static final String TEXT =
      """
      # a comment
      dmio: 1
      scenario: s   # its name
      about: |
        Two
        lines.
      devices:
        a: { size: 1MiB, latency: 80us }
        b:
          # of the second
          size: 1MiB
          latency: 90us
      faults:
        - { media-error: b@9, id: dead, nth: 1 }
        - media-error: b@10
          id: second
      tasks:
        writer:
          - get: 4
          - write: [a@8+8, b@8+8]
            id: w
          - put: 4
      """;

  @Test
  void value_isReplacedWhereItStands() throws ScenarioException {
    assertSame(
        List.of("devices.b.latency=nvme", "faults.0.nth=2", "tasks.writer.1.id=x"),
        TEXT.replace("90us", "nvme").replace("nth: 1", "nth: 2").replace("id: w", "id: x"));
  }

  @Test
  void blockOfLines_isReplacedWhole() throws ScenarioException {
    assertSame(
        List.of(
            "devices.a={ size: 2MiB }",
            "devices.b={ size: 2MiB }",
            "about=short",
            "tasks.writer=[{ write: [b@8+8] }]"),
        TEXT.replace("size: 1MiB, latency: 80us", "size: 2MiB")
            .replaceAll("(?s)b:\n.*?90us", "b: { size: 2MiB }")
            .replaceAll("(?s)\\|.*?lines\\.", "short")
            .replaceAll("(?s)(writer:\n).*", "$1    - write: b@8+8\n"),
        true);
  }

  @Test
  void whatTheFileDoesNotHave_isAdded() throws ScenarioException {
    assertSame(
        List.of(
            "limits.time=1s",
            "devices.a.queue-depth=3",
            "devices.b.queue-depth=4",
            "faults.0.reason='old, and worn'",
            "faults.1.reason=new",
            "expect.pools.'engine.ios'.low-water=2"),
        TEXT.replace("80us", "80us, queue-depth: 3")
            .replace("90us", "90us\n    queue-depth: 4")
            .replace("nth: 1", "nth: 1, reason: 'old, and worn'")
            .replace("id: second", "id: second\n    reason: new")
            .concat("limits: { time: 1s }\n")
            .concat("expect: { pools: { engine.ios: { low-water: 2 } } }\n"));
  }

  @Test
  void laterChange_seesEarlierOnes() throws ScenarioException {
    assertSame(
        List.of(
            "devices.c={ size: 1MiB }", "devices.c.latency=nvme", "limits={}", "limits.time=2s"),
        TEXT.replace("faults:", "  c: { size: 1MiB, latency: nvme }\nfaults:")
            .concat("limits: { time: 2s }\n"));
  }

  @Test
  void keyWithDots_isFoundWithoutQuotes() throws ScenarioException {
    String text = TEXT + "expect: { pools: { engine.ios: { low-water: 1 } } }\n";
    assertSame(
        text,
        List.of("expect.pools.engine.ios.low-water=2"),
        text.replace("low-water: 1", "low-water: 2"),
        false);
  }

  @Test
  void places_stayThoseOfTheFile() throws ScenarioException {
    List<String> changes =
        List.of(
            "limits.time=1s",
            "devices.b.queue-depth=4",
            "devices.a.queue-depth=4",
            "about=short",
            "faults.1.reason=new",
            "faults.0.reason=old");
    try (Scenario plain = read(TEXT);
        Scenario changed = read(TEXT, changes)) {
      assertThat(changed.rules()).isEqualTo(plain.rules());
      assertThat(changed.steps()).isEqualTo(plain.steps());
      assertThat(changed.lines()).hasSameSizeAs(plain.lines());
      assertThat(changed.lines().get(2)).isEqualTo("scenario: s   # its name");
      assertThat(changed.lines().get(10)).isEqualTo("    queue-depth: 4\n    size: 1MiB");
      assertThat(changed.reasons()).containsExactly("old", "new");
    }
  }

  @Test
  void lines_areTextOfTheChangedScenario() throws ScenarioException {
    List<String> changes = List.of("limits.time=1s", "devices.b={ size: 2MiB }", "about=short");
    try (Scenario changed = read(TEXT, changes);
        Scenario again = read(String.join("\n", changed.lines()))) {
      assertThat(again.world()).isEqualTo(changed.world());
      assertThat(changed.world().limits())
          .isEqualTo(new Limits(1_000_000_000, Limits.DEFAULT.events()));
    }
  }

  @Test
  void linesOfWindows_areKept() throws ScenarioException {
    String windows = TEXT.replace("\n", "\r\n");
    try (Scenario plain = read(windows);
        Scenario changed = read(windows, List.of("limits.time=1s", "devices.b.queue-depth=4"))) {
      assertThat(changed.rules()).isEqualTo(plain.rules());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "devices.b.latency=fast | 25 | unknown latency: 'fast'",
        "devices.b.latncy=nvme | 17 | unknown key 'latncy' in device",
        "devces.b.latency=nvme | 7 | unknown key 'devces' in scenario",
        "faults.2.nth=1 | 14 | faults has no item 2",
        "faults.first.nth=1 | 14 | faults is a list, and 'first' is no number of an item",
        "devices.a.latency.fixed=1us | 25 | devices.a.latency is '80us' and has no keys",
        "seed= | 12 | a value is missing",
        "about=a, b | 13 | not one value: a, b",
        "about=a, | 13 | not one value: a,",
        "about=a # b | 13 | not one value: a # b",
        "about=a: b | 13 | a key with its value: a: b",
        "about=] | 13 | not one value: ]",
        "about=*x | 13 | not one value: *x",
        "about=&x y | 13 | an anchor: &x",
        "devices.b.size={ x: 1 } | 22 | expected a size",
        "engine.dialect=clasic | 22 | unknown dialect: 'clasic'"
      })
  void mistake_namesTheOption(String change, int column, String message) {
    ScenarioException wrong =
        catchThrowableOfType(ScenarioException.class, () -> read(TEXT, List.of(change)));
    assertThat(wrong.mistakes())
        .anySatisfy(
            mistake -> {
              assertThat(mistake.message()).contains(message);
              assertThat(mistake.option()).isEqualTo("--set " + change);
              assertThat(mistake.line()).isEqualTo(1);
              assertThat(mistake.column()).isEqualTo(column);
            });
    assertThat(wrong.render())
        .contains("s.yaml: --set " + change + ": error: ", "\n  --set " + change + "\n");
  }

  @Test
  void mistakeOfTheFile_standsInTheFile() {
    String text = TEXT.replace("get: 4", "gett: 4");
    ScenarioException wrong =
        catchThrowableOfType(
            ScenarioException.class,
            () ->
                read(
                    text.replace("id: second", "idd: second"),
                    List.of("limits.time=1s", "devices.b.queue-depth=3")));
    assertThat(wrong.render())
        .startsWith("s.yaml:16:5: error: unknown key 'idd'")
        .contains("s.yaml:19:7: error: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "=1", "a..b=1", ".a=1", "a.=1", "'a'b=1"})
  void whatIsNoKeyAndValue_isRefused(String text) {
    assertThatThrownBy(() -> Change.set("--set", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("devices.b.latency");
  }

  @Test
  void dialect_isNamedAsItsOption() {
    ScenarioException wrong =
        catchThrowableOfType(
            ScenarioException.class,
            () ->
                Scenarios.read(
                    ScenarioSource.text("s.yaml", TEXT),
                    List.of(Change.dialect("--dialect", "linux-7"))));
    assertThat(wrong.render())
        .startsWith("s.yaml: --dialect linux-7: error: unknown dialect: 'linux-7'");
  }

  private static void assertSame(List<String> changes, String text) throws ScenarioException {
    assertSame(TEXT, changes, text, false);
  }

  private static void assertSame(List<String> changes, String text, boolean aboutAsWell)
      throws ScenarioException {
    assertSame(TEXT, changes, text, aboutAsWell);
  }

  private static void assertSame(
      String before, List<String> changes, String text, boolean aboutAsWell)
      throws ScenarioException {
    try (Scenario changed = read(before, changes);
        Scenario written = read(text)) {
      WorldSpec expected = written.world();
      assertThat(changed.world()).isEqualTo(expected);
      assertThat(changed.reasons()).isEqualTo(written.reasons());
      if (aboutAsWell) {
        assertThat(changed.about()).isEqualTo(written.about());
      }
    }
  }

  private static Scenario read(String text) throws ScenarioException {
    return read(text, List.of());
  }

  private static Scenario read(String text, List<String> changes) throws ScenarioException {
    Stream<Change> parsed = changes.stream().map(change -> Change.set("--set", change));
    return Scenarios.read(ScenarioSource.text("s.yaml", text), parsed.toList());
  }
}
