package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dmio.block.RequestOp;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.Verdict;
import io.dmio.workload.ReplayRequests;
import io.dmio.workload.ReplaySpec;
import io.dmio.workload.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded traces as workloads. */
final class ReplayTest {

  private static final String TRACE =
      """
      fio version 3 iolog
      1 f add
      1 f open
      1 f write 4096 8192
      101 f read 0 512
      301 f write 1048064 512
      """;

  @TempDir Path folder;

  @Test
  void trace_isDoneAtItsTimes_aWriteOnAllDevicesOfItsList() throws Exception {
    ReplayRequests requests = spec(TRACE, "iolog: t, map: { f: [b, a] }").requests();

    assertThat(words(requests))
        .containsExactly(
            "0 WRITE [1, 0]@8+16", "100000 READ [1, 0]@0+1", "300000 WRITE [1, 0]@2047+1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timing: recorded | 300000",
        "timing: 2x | 150000",
        "timing: 0.5x | 600000",
        "timing: 3x | 100000",
        "timing: 7x | 42857",
        "timing: asap | 0",
        "timing: 0.000000001x | 300000000000000"
      })
  void timing_scalesTimes(String timing, long last) throws Exception {
    assertThat(spec(TRACE, "iolog: t, map: [a], " + timing).requests().nanos(2)).isEqualTo(last);
  }

  @Test
  void asap_hasADepth_recordedHasNone() throws Exception {
    assertThat(spec(TRACE, "iolog: t, map: [a], timing: asap").ioDepth()).isEqualTo(1);
    assertThat(spec(TRACE, "iolog: t, map: [a], timing: asap, iodepth: 8").ioDepth()).isEqualTo(8);
    assertThat(spec(TRACE, "iolog: t, map: [a]").ioDepth()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void requests_areMadeInTheOrderOfTheirTimes() throws Exception {
    ReplayRequests requests =
        spec(
                "when,op,lba,n\n5,w,8,8\n9,w,16,8\n7,r,24,8\n",
                "csv: t, map: [a], columns: { time: when, time-unit: 1ms, op: op, offset: lba,"
                    + " offset-unit: 512B, size: n, size-unit: 512B }")
            .requests();

    assertThat(words(requests))
        .containsExactly("0 WRITE [0]@8+8", "2000000 READ [0]@24+8", "4000000 WRITE [0]@16+8");
  }

  @Test
  void wrap_countsModuloTheSmallestDevice_andNeverReachesAcrossItsEnd() throws Exception {
    String trace = "fio version 2 iolog\\nf write %d 8192\\n".replace("\\n", "\n");
    String replay = "iolog: t, map: [a, b], beyond-end: wrap";

    assertThat(spec(trace.formatted((1 << 20) + 4096), replay).requests().sector(0)).isEqualTo(8);
    assertThat(spec(trace.formatted((1 << 20) - 4096), replay).requests().sector(0)).isZero();
    assertThat(spec(trace.formatted((1 << 20) - 8192), replay).requests().sector(0))
        .isEqualTo(2032);
    assertThat(mistake(trace.replace("8192", "2097152").formatted(0), replay))
        .contains("line 2: the request goes past the end of 'a'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f write 100 512 | line 2: the offset 100 is no multiple of 512 bytes |",
        "f write 512 100 | line 2: the size 100 is no multiple of 512 bytes |",
        "f read 512 0 | line 2: a request of no bytes that is no flush |",
        "f read 0 1073742336 | line 2: a request of more than 1GiB: 1073742336 bytes |",
        "f write 1048576 512 | line 2: the request goes past the end of 'a' | which has 2048",
        "f sync 0 0 | line 2: a flush is of linux-6.1, but the dialect is classic | ops: [read",
        "f trim 0 512 | line 2: a discard is of linux-6.1, but the dialect is classic | ops: [r",
        "f fly 0 512 | line 2: unknown action 'fly' |",
        "f write 0 | line 2: 'f write 0' ends too early |",
        "f open | the trace has no request that could be done |"
      })
  void requestsThatCannotBeDone_areMistakes_withTheirLine(String line, String message, String hint)
      throws Exception {
    String said = mistake("fio version 2 iolog\n" + line + "\n", "iolog: t, map: [a]");

    assertThat(said).startsWith("5:39: ").contains(message);
    if (hint != null) {
      assertThat(said).contains(hint);
    }
  }

  @Test
  void severalRequestsWithOneMistake_areOneMistake() throws Exception {
    assertThat(
            mistake(
                "fio version 2 iolog\nf read 1 512\nf read 512 3\nf read 7 512\n",
                "iolog: t, map: [a]"))
        .isEqualTo(
            "5:39: 't' line 2: the offset 1 is no multiple of 512 bytes (and 2 more like it)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ g: a } | 5:49: the trace has no device 'g' | it has: e, f",
        "{ f: a } | 5:47: nothing stands for 'e' of the trace | the trace has: e, f",
        "{ f: q, e: b } | 5:52: there is no device 'q' | known: a, b",
        "[a, a] | 5:51: 'a' stands here twice |"
      })
  void maps_coverTheTrace(String map, String message, String hint) throws Exception {
    String trace = "fio version 2 iolog\nf read 0 512\ne read 0 512\n";

    assertThat(mistakes(trace, "iolog: t, map: " + map))
        .contains(message + (hint == null ? "" : " | " + hint));
  }

  @Test
  void operationsThatAreLeftOut_areNotDone() throws Exception {
    String trace = "fio version 2 iolog\nf read 0 512\nf sync 0 0\nf write 0 512\n";

    assertThat(words(spec(trace, "iolog: t, map: [a], ops: [write]").requests()))
        .containsExactly("0 WRITE [0]@0+1");
    assertThat(mistake(trace, "iolog: t, map: [a], ops: [read, flush]"))
        .contains("'flush' of a replay is of linux-6.1");
  }

  @Test
  void aFileThatIsNotThere_isAMistake() throws Exception {
    assertThat(mistake(TRACE, "iolog: u, map: [a]"))
        .isEqualTo("5:39: there is no 'u' | paths are relative to this file");
  }

  @Test
  void aTraceOfAnotherDigest_isAMistake() throws Exception {
    String digest = "'" + "0".repeat(64) + "'";
    assertThat(mistake(TRACE, "iolog: t, map: [a], sha256: " + digest))
        .contains("'t' is another trace than this one | it has ");
  }

  @Test
  void faults_thatNoRequestTouches_areMistakes() throws Exception {
    write(TRACE, "iolog: t, map: [a]", "\nfaults: [ { media-error: a@7 }, { media-error: a@8 } ]");
    ScenarioException e =
        catchThrowableOfType(
            ScenarioException.class, () -> Scenarios.read(folder.resolve("r.yaml")).close());

    assertThat(e.mistakes()).hasSize(1);
    assertThat(e.mistakes().get(0).message()).contains("can never fire");
  }

  @Test
  void run_isTheSame_whereverTheTraceLies_andItsCapsuleMakesItAgain() throws Exception {
    write(TRACE, "iolog: t, map: [a, b]", "\nfaults: [ { media-error: b@8 } ]");
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/t"), TRACE);
    String text = Files.readString(folder.resolve("r.yaml"));
    Files.writeString(
        folder.resolve("q.yaml"),
        text.replace("iolog: t", "iolog: sub/t").replace("scenario: r", "scenario: q"));
    RunResult here = run(folder.resolve("r.yaml"));
    Path capsules = Files.createDirectories(folder.resolve("failures"));
    try (Scenario scenario = Scenarios.read(folder.resolve("q.yaml"))) {
      Files.writeString(
          capsules.resolve("c.yaml"), Capsules.write(scenario, here, "dmio", null, capsules));
    }

    assertThat(here.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(here.callList().get(0).bits()).isEqualTo(2);
    assertThat(run(folder.resolve("q.yaml")).digests().fingerprint())
        .isEqualTo(here.digests().fingerprint());
    assertThat(Files.readString(capsules.resolve("c.yaml")))
        .contains("iolog: '../sub/t', sha256: '");
    assertThat(run(capsules.resolve("c.yaml")).digests().fingerprint())
        .isEqualTo(here.digests().fingerprint());
    Files.writeString(folder.resolve("sub/t"), TRACE + "999 f close\n");
    assertThat(
            catchThrowableOfType(
                ScenarioException.class, () -> Scenarios.read(capsules.resolve("c.yaml")).close()))
        .hasMessageContaining("another trace");
  }

  private static RunResult run(Path file) throws IOException, ScenarioException {
    try (Scenario scenario = Scenarios.read(file)) {
      return Testbed.run(scenario.world(), RunOptions.PLAIN);
    }
  }

  private ReplaySpec spec(String trace, String replay) throws IOException, ScenarioException {
    write(trace, replay, "");
    try (Scenario scenario = Scenarios.read(folder.resolve("r.yaml"))) {
      return ((Step.Replay) scenario.world().tasks().get(0).steps().get(1)).replay();
    }
  }

  private String mistake(String trace, String replay) throws IOException {
    List<String> mistakes = mistakes(trace, replay);
    assertThat(mistakes).hasSize(1);
    return mistakes.get(0);
  }

  private List<String> mistakes(String trace, String replay) throws IOException {
    write(trace, replay, "");
    ScenarioException e =
        catchThrowableOfType(
            ScenarioException.class, () -> Scenarios.read(folder.resolve("r.yaml")).close());
    List<String> lines = new ArrayList<>();
    for (Mistake mistake : e.mistakes()) {
      String hint = mistake.suggestion() == null ? "" : " | " + mistake.suggestion();
      lines.add(mistake.line() + ":" + mistake.column() + ": " + mistake.message() + hint);
    }
    return lines;
  }

  private void write(String trace, String replay, String more) throws IOException {
    Files.writeString(folder.resolve("t"), trace);
    Files.writeString(
        folder.resolve("r.yaml"),
        "dmio: 1\nscenario: r\ndevices: { a: { size: 1MiB }, b: { size: 2MiB } }\n"
            + "tasks:\n  t: [ { get: 1 }, { replay: { "
            + replay
            + " } } ]"
            + more
            + "\n");
  }

  private static List<String> words(ReplayRequests requests) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < requests.count(); i++) {
      RequestOp op = requests.op(i);
      words.add(
          requests.nanos(i)
              + " "
              + op
              + " "
              + requests.devices(i)
              + "@"
              + requests.sector(i)
              + "+"
              + requests.sectors(i));
    }
    return words;
  }
}
