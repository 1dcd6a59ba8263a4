package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LostOutputTest {

  private static final String FULL = "No space left on device";
  private static final String CLOSED = "Bad file descriptor";
  private static final String READER_GONE = "Broken pipe";

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeScenarios() throws IOException {
    Files.writeString(folder.resolve("failing.yaml"), Caller.FAILING);
    Files.writeString(folder.resolve("passing.yaml"), Caller.PASSING);
    new Caller(folder).call("run", "failing.yaml");
    Files.move(folder.resolve("failures/failing-expect-0x1.yaml"), folder.resolve("capsule.yaml"));
    Files.delete(folder.resolve("failures"));
    Files.writeString(
        folder.resolve("trace.log"), "fio version 2 iolog\na add\na open\na write 0 4096\n");
  }

  /** A stream that takes so many bytes and refuses all others. */
  private static final class Refusing extends OutputStream {

    private final String why;
    private int left;

    Refusing(String why, int left) {
      this.why = why;
      this.left = left;
    }

    @Override
    public void write(int one) throws IOException {
      if (left-- <= 0) {
        throw new IOException(why);
      }
    }
  }

  private int call(OutputStream out, OutputStream complaints, String line) {
    Terminal terminal =
        new Terminal(
            Output.results(out),
            Output.complaints(complaints),
            folder,
            null,
            "./dmio",
            false,
            false);
    return Dmio.execute(terminal, line.split(" "));
  }

  private String complaints() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "run --help",
        "run passing.yaml",
        "run passing.yaml --json",
        "run passing.yaml failing.yaml",
        "run failing.yaml",
        "replay capsule.yaml",
        "replay capsule.yaml --json",
        "compare passing.yaml",
        "compare passing.yaml --json",
        "explain passing.yaml",
        "report passing.yaml -o out --format html",
        "export passing.yaml --format events -o -",
        "export passing.yaml --format csv -o csv",
        "export passing.yaml --format perfetto -o -",
        "import trace.log -o imported.yaml",
        "conform --json",
        "museum B07",
        "museum B07 --json",
        "new fresh",
        "list checks",
        "list scenarios --json",
        "validate passing.yaml",
        "validate passing.yaml --json",
        "schema",
        "generate-completion"
      })
  void everyCommand_whoseOutputIsLost_exits2AndSaysSoOnce(String line) throws IOException {
    for (String why : new String[] {FULL, CLOSED}) {
      err.reset();
      Files.deleteIfExists(folder.resolve("fresh.yaml"));
      Files.deleteIfExists(folder.resolve("imported.yaml"));
      assertThat(call(new Refusing(why, 0), err, line)).isEqualTo(2);
      assertThat(complaints())
          .containsOnlyOnce("output is lost: standard output could not be written: " + why)
          .doesNotContain("\tat ", "defect");
    }
  }

  @Test
  void readerThatWantsNoMore_isNoError_andTheVerdictCounts() {
    assertThat(call(new Refusing(READER_GONE, 20), err, "run passing.yaml")).isZero();
    assertThat(call(new Refusing(READER_GONE, 0), err, "run passing.yaml failing.yaml")).isOne();
    assertThat(call(new Refusing(READER_GONE, 0), err, "schema")).isZero();
    assertThat(call(new Refusing(READER_GONE, 0), err, "--help")).isZero();
    assertThat(call(new Refusing(READER_GONE, 0), err, "run nothing-like-that")).isEqualTo(2);
    assertThat(complaints()).hasLineCount(1).contains("nothing-like-that");
  }

  @Test
  void commandWithNothingToPrint_hasNothingToLose() {
    assertThat(call(new Refusing(FULL, 0), err, "schema -o schema.json")).isZero();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void runOfSeveral_endsWithTheFirstThatIsLost() {
    call(new Refusing(FULL, 0), err, "run failing.yaml passing.yaml --junit junit.xml");
    assertThat(folder.resolve("failures/failing-expect-0x1.yaml")).isRegularFile();
    assertThat(folder.resolve("junit.xml")).doesNotExist();
    call(new Refusing(FULL, 0), err, "run passing.yaml failing.yaml --failures never");
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void mistakeOfTheLine_staysWhatItIs_whereNothingWasPrinted() {
    assertThat(call(new Refusing(FULL, 0), err, "run --no-such-option")).isEqualTo(2);
    assertThat(complaints()).doesNotContain("output is lost");
  }

  @Test
  void complaintsThatAreLost_areAnErrorWithoutWords() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String line = "run passing.yaml --report out --format html";
    assertThat(call(out, new Refusing(FULL, 0), line)).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("PASSED");
    assertThat(call(new Refusing(FULL, 0), new Refusing(CLOSED, 0), line)).isEqualTo(2);
    assertThat(call(out, new Refusing(READER_GONE, 0), line)).isZero();
  }

  @Test
  void bytesThatAreNoText_passAsTheyAre() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(call(out, err, "export one-write --format perfetto -o -")).isZero();
    new Caller(folder).call("export", "one-write", "--format", "perfetto", "-o", "out");
    assertThat(folder.resolve("out/run.perfetto-trace")).hasBinaryContent(out.toByteArray());
  }
}
