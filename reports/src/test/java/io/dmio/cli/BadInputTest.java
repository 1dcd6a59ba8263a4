package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said in words, exits 2, and never shows a stack trace. */
final class BadInputTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "                                   ! a command is missing: run, replay",
        "rnu one-write                      ! did you mean 'run'?",
        "run one-write --jsn                ! did you mean '--json'?",
        "explain                            ! Missing required parameter: 'FILE|NAME|CAPSULE'",
        "run                                ! Missing required parameter",
        "run one-write --no-such            ! Unknown option: '--no-such'",
        "run one-write --seed x             ! 'x' is not a seed: write 7 or 0x7",
        "run one-write --seed 007           ! leave out the leading zeros",
        "run one-write --seed 0x0a          ! leave out the leading zeros",
        "run one-write --seed -1            ! is not a seed",
        "run one-write --seed 99999999999999999999 ! more than 64 bits",
        "run one-write --exhibit B99        ! no exhibit 'B99'; known: B01",
        "run one-write --format html        ! --report DIR is missing",
        "run one-write --report r --format pdf ! no format 'pdf'; known: html, png, svg",
        "run no-such.yaml                   ! no file and no shipped scenario 'no-such.yaml'",
        "run one-bad-regoin                 ! did you mean 'one-bad-region'?",
        "run /dev/null                      ! is not an ordinary file",
        "run empty-folder                   ! nothing to do",
        "validate empty-folder              ! nothing to do",
        "explain full-folder                ! is a folder, and one scenario is needed",
        "replay one-write                   ! is a scenario and no capsule",
        "list things                        ! no list of 'things'; known: scenarios",
        "new Bad_Name                       ! Bad_Name",
        "new full-folder/there              ! exists, and is left as it is",
        "report one-write                   ! Missing required option: '--output=DIR'",
        "report one-write -o full-folder/there.yaml/x ! full-folder/there.yaml",
        "report one-write -o r --window 1ms     ! write FROM..TO, such as 1ms..2500us",
        "report one-write -o r --window 1ms..   ! expected a time with its unit",
        "report one-write -o r --window 1..2    ! found '1'; units: ns us ms s",
        "report one-write -o r --window 1ms..2.5ms ! found '2.5ms'; whole numbers only: take a smaller",
        "report one-write -o r --window 2ms..2ms ! 2ms..2ms: FROM must be less than TO",
        "report one-write -o r --window 99s..100s ! the run ends at ",
        "schema -o full-folder/there.yaml/x ! full-folder/there.yaml",
        "museum B99                         ! no exhibit 'B99'",
        "conform no-such.jsonl              ! no-such.jsonl' does not exist",
        "conform empty-folder               ! 'empty-folder' is a folder, and a file of cases",
        "conform /dev/null                  ! '/dev/null' cannot be used: not an ordinary file",
        "conform /dev/zero                  ! '/dev/zero' cannot be used: not an ordinary file",
        "import /dev/zero -o i.yaml         ! '/dev/zero' cannot be used: not an ordinary file",
        "run unflushed-versions --limit 3   ! tried one by one, and the limit is 3",
        "run one-write --limit 0            ! --limit: '0' is no number of states",
        "replay one-write --limit x         ! is a scenario and no capsule",
        "explain one-write --limit 1e3      ! --limit: '1e3' is no number of states",
      })
  void wrongLine_isExplained(String line, String words) throws IOException {
    Files.createDirectories(folder.resolve("empty-folder"));
    Caller caller = new Caller(folder).with("full-folder/there.yaml", Caller.PASSING);
    check(caller.call(line == null ? new String[0] : line.split(" ")), words);
  }

  @Test
  void emptyFile_isExplained() throws IOException {
    check(new Caller(folder).with("e.yaml", "").call("run", "e.yaml"), "e.yaml:1:1: error:");
  }

  @Test
  void binaryFile_isExplained() throws IOException {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 37);
    }
    Files.write(folder.resolve("b.yaml"), bytes);
    check(new Caller(folder).call("run", "b.yaml"), "b.yaml:1:");
  }

  @Test
  void hugeFile_isNotRead() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("h.yaml").toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    check(new Caller(folder).call("run", "h.yaml"), "no scenario is read beyond");
  }

  @Test
  void deeplyNestedFile_isExplained() throws IOException {
    check(
        new Caller(folder).with("d.yaml", "dmio: " + "[".repeat(100_000)).call("run", "d.yaml"),
        "d.yaml");
  }

  @Test
  void allMistakesOfAFile_areShown() throws IOException {
    String text = Caller.PASSING.replace("size: 1MiB", "sise: 1MiB").replace("get: 4", "gte: 4");
    Answer answer = new Caller(folder).with("passing.yaml", text).call("run", "passing.yaml");
    check(answer, "passing.yaml:5:");
    assertThat(answer.err()).contains("passing.yaml:8:", "did you mean");
  }

  private static void check(Answer answer, String words) {
    assertThat(answer.err()).contains(words).doesNotContain("\tat ", "Exception", "defect");
    assertThat(answer.out()).isEmpty();
    assertThat(answer.code()).isEqualTo(2);
  }
}
