package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {

  @TempDir Path folder;

  @Test
  void run_ofAScenarioThatHolds_exits0AndLeavesNothing() throws IOException {
    Answer answer =
        new Caller(folder).with("passing.yaml", Caller.PASSING).call("run", "passing.yaml");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("PASSED").doesNotContain("\u001b");
    assertThat(answer.err()).isEmpty();
    assertThat(folder.resolve("failures")).doesNotExist();
  }

  @Test
  void run_ofAShippedScenario_takesItsName() {
    assertThat(new Caller(folder).call("run", "one-bad-region").code()).isZero();
  }

  @Test
  void run_ofAFailingScenario_exits1AndItsLastLineReplaysIt() throws IOException {
    Answer answer = failing().call("run", "failing.yaml");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).contains("FAILED");
    assertThat(answer.lastLine()).isEqualTo("./dmio replay failures/failing-expect-0x1.yaml");
    assertThat(folder.resolve("failures/failing-expect-0x1.yaml")).isRegularFile();
    assertThat(folder.resolve("failures").toFile().list()).hasSize(1);
  }

  @Test
  void failures_goWhereTheCallerWants_andTheLineIsQuoted() throws IOException {
    Answer answer =
        failing().call("run", "failing.yaml", "--failures", "my fails", "--seed", "0xAb");
    assertThat(answer.lastLine()).isEqualTo("./dmio replay 'my fails/failing-expect-0xab.yaml'");
    assertThat(folder.resolve("my fails/failing-expect-0xab.yaml")).isRegularFile();
  }

  @Test
  void failures_thatCannotBeWritten_areLostOutput_andTheVerdictIsTold() throws IOException {
    Answer answer = failing().with("file", "").call("run", "failing.yaml", "--failures", "file");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("FAILED");
    assertThat(answer.err()).contains("the capsule was not written").doesNotContain("\tat ");
    assertThat(answer.lastLine()).isEqualTo("./dmio run failing.yaml --seed 0x1");
  }

  @Test
  void expectedFailure_holds() {
    Answer answer = new Caller(folder).call("run", "wrong-expectation");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("EXPECTED-FAILURE");
    assertThat(folder.resolve("failures")).doesNotExist();
  }

  @Test
  void severalFiles_areAllRun_andTheWorstCounts() throws IOException {
    Caller caller =
        failing().with("passing.yaml", Caller.PASSING).with("broken.yaml", "dmio: 1\nno-such: 2\n");
    Answer both = caller.call("run", "failing.yaml", "passing.yaml");
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).contains("FAILED", "PASSED", "1 held, 1 failed");
    Answer all = caller.call("run", "broken.yaml", "failing.yaml", "passing.yaml", "nothing.yaml");
    assertThat(all.code()).isEqualTo(2);
    assertThat(all.out()).contains("1 held, 1 failed, 2 could not be run");
    assertThat(all.err()).contains("broken.yaml:2:1: error:", "nothing.yaml");
    assertThat(all.lastLine()).startsWith("./dmio replay failures/");
  }

  @Test
  void folder_standsForAllScenariosInIt() throws IOException {
    Caller caller =
        new Caller(folder)
            .with("all/a/passing.yaml", Caller.PASSING)
            .with("all/failing.yaml", Caller.FAILING)
            .with("all/notes.txt", "no scenario");
    Answer answer = caller.call("run", "all", "--json");
    assertThat(answer.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"json\":1,"));
  }

  @Test
  void exhibit_makesAScenarioFail_andIsInTheReplay() {
    Answer answer = new Caller(folder).call("run", "b07-visible-slot", "--exhibit", "B07");
    assertThat(answer.code()).isEqualTo(1);
    String capsule = answer.lastLine().replaceFirst(".*replay ", "");
    Answer replay = new Caller(folder).call("replay", capsule, "--as-recorded");
    assertThat(replay.code()).isZero();
    assertThat(replay.lastLine()).startsWith("REPRODUCED");
  }

  @Test
  void seed_ofTheCommandLine_winsOverTheFile() {
    Answer answer = new Caller(folder).call("run", "one-bad-region", "--seed", "255");
    assertThat(answer.out()).contains("seed 0xff");
  }

  @Test
  void checkDeterminism_runsTwiceAndSaysSo() {
    Answer answer = new Caller(folder).call("run", "one-bad-region", "--check-determinism");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("both runs gave the same events");
  }

  @Test
  void report_isWritten_aFolderAScenarioWhenThereAreSeveral() throws IOException {
    Caller caller = new Caller(folder);
    assertThat(caller.call("run", "one-write", "--report", "out", "--format", "html").code())
        .isZero();
    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder(".dmio-files", "index.html");
    caller.call("run", "one-write", "two-copies", "--report", "more", "--format", "html");
    assertThat(folder.resolve("more/one-write/index.html")).isRegularFile();
    assertThat(folder.resolve("more/two-copies/index.html")).isRegularFile();
  }

  @Test
  void report_thatCannotBeWritten_exits2AndKeepsTheVerdict() throws IOException {
    Answer answer =
        new Caller(folder).with("file", "").call("run", "one-write", "--report", "file/below");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("PASSED");
    assertThat(answer.err()).contains("the report was not written").doesNotContain("\tat ");
  }

  @Test
  void colour_isUsedOnlyWhereItIsWanted() {
    assertThat(new Caller(folder, true).call("run", "one-write").out()).contains("\u001b[");
    assertThat(new Caller(folder, false).call("run", "one-write").out()).doesNotContain("\u001b");
  }

  private Caller failing() throws IOException {
    return new Caller(folder).with("failing.yaml", Caller.FAILING);
  }
}
