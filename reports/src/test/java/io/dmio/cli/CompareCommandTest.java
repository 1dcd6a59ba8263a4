package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {

  /** A write of several bios whose middle cannot be written, and two calls after it. */
  private static final String LARGE =
      """
      dmio: 1
      scenario: large
      devices:
        a: { size: 8MiB, latency: 80us }
        b: { size: 8MiB, latency: 90us }
      faults:
        - { media-error: a@2044, id: bad }
      tasks:
        writer:
          - get: 4
          - { write: [a@0+5000, b@0+5000], id: large }
          - { write: b@8+8, id: small }
          - { read: b@0+16, id: back }
          - put: 4
      """;

  @TempDir Path folder;
  private Caller caller;

  @BeforeEach
  void write() throws IOException {
    caller = new Caller(folder).with("large.yaml", LARGE);
  }

  @Test
  void dialects_standSideBySide_andDifferencesAreNoFailure() {
    Answer answer = caller.call("compare", "large.yaml");
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out().replaceAll("fingerprint [0-9a-f]{16}", "fingerprint F"))
        .isEqualTo(
            """
            classic    PASSED  large seed 0x1, 3 calls, 8 bios, 270us virtual  fingerprint F
            linux-6.1  PASSED  large seed 0x1, 3 calls, 8 bios, 270us virtual  fingerprint F
            call         classic                                       linux-6.1
            large  bios  6: 3 of a, 3 of b, 1 failed, bio 0 is         6: 3 of a, 3 of b, 1 failed, bio 0 is
                         a@0-2039                                      a@0-2047 MEDIUM
                   data  0-2039 its data, 2040-4079 zeroes, 4080-4999  0-2047 zeroes, 2048-4999 its data on a; its
                         its data on a; its data on b                  data on b
            1 of 3 calls differs: 1 in bios, 1 in data
            """);
  }

  @Test
  void all_showsWhatIsTheSameAsWell() {
    Answer answer = caller.call("compare", "large.yaml", "--all", "--dialect", "classic,linux-6.1");
    assertThat(answer.out())
        .containsPattern("large +return +EIO +EIO\n")
        .containsPattern("\n +\\* bios +6: 3 of a")
        .containsPattern("\nsmall +return +OK +OK\n +bits +0b0 +0b0\n")
        .containsPattern(
            "\n +data +0-7 large:0-7, 8-15 small:0-7 +0-7 large:0-7, 8-15 small:0-7\n");
  }

  @Test
  void twoScenarios_areMatchedByTheNamesOfCalls() throws IOException {
    String other =
        LARGE.replace("scenario: large", "scenario: other").replace("id: small", "id: tiny");
    Answer answer = caller.with("other.yaml", other).call("compare", "large.yaml", "other.yaml");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .containsPattern("\nsmall +call +sync write, OK +no such call\n")
        .containsPattern("\ntiny +call +no such call +sync write, OK\n")
        .contains(
            "3 of 4 calls differ: 1 in data; 1 call in large.yaml only; 1 call in other.yaml only");
  }

  @Test
  void set_changesBothSides_andTheWorstVerdictCounts() {
    Answer answer = caller.call("compare", "large.yaml", "--set", "limits.time=100us");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains(
            "LIMIT", "./dmio run large.yaml --seed 0x1 --set limits.time=100us --dialect classic");
  }

  @Test
  void manyDifferences_areCountedAndTheFirstShown() throws IOException {
    String load =
        LARGE
            .replaceAll("(?s)    - \\{ write.*back \\}\n", "    - load: LOAD\n      id: l\n")
            .replace("LOAD", "{ rw: write, bs: 4KiB, number_ios: 50, devices: [b] }")
            .replaceAll("faults:\n.*\n", "");
    String slow = load.replace("90us", "95us").replace("scenario: large", "scenario: slow");
    caller.with("large.yaml", load).with("slow.yaml", slow);
    Answer answer = caller.call("compare", "large.yaml", "slow.yaml");
    assertThat(answer.out())
        .containsPattern(
            "\nl\\[20\\] +latency +90us +95us\nand 30 more calls; --all shows everything\n")
        .endsWith("50 of 50 calls differ: 50 in latency\n");
    assertThat(caller.call("compare", "large.yaml", "slow.yaml", "--all").out()).contains("l[50]");
  }

  @Test
  void report_isOnePageThatNeedsNothingElse() throws IOException {
    Answer answer = caller.call("compare", "large.yaml", "--report", "out");
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEqualTo("report: out/index.html\n");
    String page = Files.readString(folder.resolve("out/index.html"));
    assertThat(page)
        .contains("DIFFERENT", "large: classic and linux-6.1", "a@0-2047 MEDIUM", "small")
        .doesNotContainPattern("(src|href)=\"(?!#)");
    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder(".dmio-files", "index.html");
  }

  @Test
  void whatCannotBeCompared_isRefusedWithAdvice() throws IOException {
    assertRefused(
        "--dialect classic: expected two dialects",
        "compare",
        "large.yaml",
        "--dialect",
        "classic");
    assertRefused("expected two dialects", "compare", "large.yaml", "--dialect", "classic,classic");
    assertRefused(
        "here are two scenarios",
        "compare",
        "large.yaml",
        "large.yaml",
        "--dialect",
        "classic,linux-6.1");
    assertRefused("here are 3", "compare", "large.yaml", "large.yaml", "large.yaml");
    assertRefused(
        "--dialect linux-6.2: error: unknown dialect",
        "compare",
        "large.yaml",
        "--dialect",
        "classic,linux-6.2");
  }

  @Test
  void exhibit_isOfTheDialectClassicOnly() {
    String[] run = {"run", "b07-visible-slot", "--exhibit", "B07", "--dialect", "linux-6.1"};
    assertRefused("an exhibit breaks steps of classic, but the dialect is linux-6.1", run);
    assertRefused(
        "the exhibit P10 is a bug of the dialect classic",
        "run",
        "large.yaml",
        "--exhibit",
        "P10",
        "--dialect",
        "linux-6.1");
  }

  private void assertRefused(String why, String... arguments) {
    Answer answer = caller.call(arguments);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains(why).doesNotContain("\tat ");
    assertThat(answer.out()).isEmpty();
  }
}
