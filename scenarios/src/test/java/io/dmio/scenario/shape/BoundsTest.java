package io.dmio.scenario.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dmio.check.Check;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file asks for is bounded, whatever it is. */
final class BoundsTest {

  private static final String HEAD = "dmio: 1\nscenario: t\ndevices:\n  a: { size: 1MiB }\n";
  private static final String TASKS =
      "tasks: { t: [ { get: 1 }, { write: a@0+8 }, { put: 1 } ] }\n";

  @TempDir Path folder;

  @Test
  void tallFiles_andLongLines_areRefusedBeforeTheyAreRead() {
    String comment = ("# " + "x".repeat(997) + "\n").repeat(Bounds.FILE_BYTES / 1000 + 1);
    assertThat(mistakes(HEAD + TASKS + comment))
        .first()
        .asString()
        .startsWith("1:1: a scenario of 3")
        .contains("at most 3145728");
    assertThat(mistakes(HEAD + "about: " + "x".repeat(Bounds.LINE_CHARACTERS) + "\n" + TASKS))
        .containsExactly("5:1: a line of 1048584 characters: at most 1048576");
    assertThat(read(HEAD + "about: " + "x".repeat(Bounds.LINE_CHARACTERS - 8) + "\n" + TASKS))
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void aMistakeInALongLine_isShownWithAFewCharactersAroundIt() {
    String text = HEAD + "tasks: { t: [ " + "{ get: 1 }, ".repeat(5_000) + "{ gte: 1 } ] }\n";
    String shown = catchThrowableOfType(ScenarioException.class, () -> source(text)).render();
    assertThat(shown).hasSizeLessThan(600).contains("unknown key 'gte'");
    List<String> lines = shown.lines().toList();
    int caret = lines.get(2).indexOf('^');
    assertThat(lines.get(1).substring(caret)).startsWith("gte: 1");
  }

  @Test
  void stacks_areAsHighAsTheBound_andManyWaysDownAreOne() {
    assertThat(read(HEAD + twoWays(Bounds.STACK) + TASKS.replace("a@", "m31@")))
        .isEqualTo(Verdict.PASSED);
    assertThat(mistakes(HEAD + twoWays(Bounds.STACK + 1) + TASKS))
        .first()
        .asString()
        .contains("more than 32 tables stand on each other");
    assertThat(mistakes(HEAD + twoWays(3_000) + TASKS))
        .first()
        .asString()
        .contains("more than 32 tables stand on each other");
  }

  /** Each table stands on two others, in twins: so many levels. */
  private static String twoWays(int levels) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      String left = i == 0 ? "a" : "m" + (i - 1);
      String right = i == 0 ? "a" : "n" + (i - 1);
      String table = ": { table: [\"0 8 linear %s 0\", \"8 8 linear %s 0\"] }\n";
      text.append("  m").append(i).append(table.formatted(left, right));
      text.append("  n").append(i).append(table.formatted(right, left));
    }
    return text.toString();
  }

  @Test
  void manyMistakes_areAllTold() {
    StringBuilder text = new StringBuilder(HEAD + "tasks:\n  t:\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("    - { write: a@0+8, id: w").append(i).append(" }\n");
      text.append("    - { wait: x").append(i).append(" }\n");
    }
    assertThat(mistakes(text.toString())).hasSize(20_000);
  }

  @Test
  void verify_onPartsBeyondCounting_isRefused() {
    String text =
        "dmio: 1\nscenario: t\ndevices:\n  a: { size: 1024TiB }\n"
            + "  m: { table: [\"0 1099511627776 striped 2 1 a 0 a 549755813888\"] }\n"
            + "tasks: { t: [ { load: { rw: write, number_ios: 2, devices: [m], verify: true } } ] }\n";
    assertThat(mistakes(text)).first().asString().contains("too many parts to see");
  }

  @Test
  void largestDevice_isReadAndWrittenAtItsEnd_inBothPayloads() {
    String text =
        "dmio: 1\nscenario: t\ndevices: { a: { size: 1048576TiB, cache: { mode: write-back } } }\n"
            + "tasks:\n  t:\n    - get: 1\n    - { write: a@2251799813685240+8, id: w }\n"
            + "    - { verify: a@2251799813685240+8, holds: [w] }\n"
            + "    - { write: a@9007199254740984+8, past-end: true, expect: { return: EIO } }\n"
            + "    - put: 1\n";
    assertThat(read(text)).isEqualTo(Verdict.PASSED);
    assertThat(read("payload: bytes\n" + text)).isEqualTo(Verdict.PASSED);
  }

  @Test
  void pagesOfManyGets_endInALimit_notInMemory() throws ScenarioException {
    String text = HEAD + "tasks: { t: [ { repeat: { times: 9, steps: [ { get: 65536 } ] } } ] }\n";
    try (Scenario scenario = source(text)) {
      RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
      assertThat(result.verdict()).isEqualTo(Verdict.LIMIT);
      assertThat(result.failures().get(0).check()).isEqualTo(Check.PROGRESS);
      assertThat(result.failures().get(0).message()).contains("limit of 262144 elements");
    }
  }

  @Test
  void buffersBeyondTheSimulatedMemory_endInALimit() {
    String load =
        "{ load: { rw: write, bs: 1GiB, iodepth: 65536, number_ios: 70000, devices: [b] } }";
    String text =
        "dmio: 1\nscenario: t\ndevices: { b: { size: 1TiB } }\ntasks: { t: [ { get: 1 }, "
            + load
            + " ] }\n";
    assertThat(read(text)).isEqualTo(Verdict.LIMIT);
  }

  @Test
  void tracesThatAreNoOrdinaryFiles_orTooLarge_areRefusedWithTheirPlace() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("fifo").toString()).start().waitFor())
        .isZero();
    Files.createDirectory(folder.resolve("sub"));
    assertThat(ofTrace("fifo")).containsExactly("3:46: 'fifo' cannot be read");
    assertThat(ofTrace("sub")).containsExactly("3:46: 'sub' cannot be read");
    try (var large = new java.io.RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
      large.setLength(Bounds.TRACE_BYTES + 1);
    }
    assertThat(ofTrace("large")).containsExactly("3:46: 'large' cannot be read");
  }

  private List<String> ofTrace(String file) throws IOException {
    Path scenario = folder.resolve("t.yaml");
    Files.writeString(
        scenario,
        "dmio: 1\nscenario: t\ntasks: { t: [ { get: 1 }, { replay: { iolog: "
            + file
            + ", map: [a] } } ] }\ndevices: { a: { size: 1MiB } }\n");
    return words(
        catchThrowableOfType(ScenarioException.class, () -> Scenarios.read(scenario).close()));
  }

  private static Scenario source(String text) throws ScenarioException {
    return Scenarios.read(ScenarioSource.text("t.yaml", text));
  }

  private static Verdict read(String text) {
    try (Scenario scenario = source(text)) {
      return Testbed.run(scenario.world(), RunOptions.PLAIN).verdict();
    } catch (ScenarioException e) {
      throw new IllegalStateException(e.render(), e);
    }
  }

  private static List<String> mistakes(String text) {
    return words(catchThrowableOfType(ScenarioException.class, () -> source(text).close()));
  }

  private static List<String> words(ScenarioException refused) {
    return refused.mistakes().stream()
        .map(mistake -> mistake.line() + ":" + mistake.column() + ": " + mistake.message())
        .toList();
  }
}
