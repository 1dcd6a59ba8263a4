package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code dmio import} makes of files. */
final class ImportCommandTest {

  private static final String TRACE =
      """
      fio version 3 iolog
      5 /dev/sda add
      5 /dev/sda open
      5 /dev/sda write 4096 8192
      105 /dev/sda read 0 512
      305 /dev/sda write 0 4096
      """;

  @TempDir Path folder;
  private Caller caller;

  @BeforeEach
  void makeFiles() throws IOException {
    caller = new Caller(folder).with("t.log", TRACE);
  }

  @Test
  void trace_becomesAScenarioThatRuns_andIsToldAbout() throws IOException {
    Answer answer = caller.call("import", "t.log", "-o", "sub/again.yaml");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            """
            t.log: iolog, 3 requests in 300us
              /dev/sda: 1 read of 512B, 2 writes of 4KiB-8KiB (12KiB), to 12KiB
              skipped 2 actions on files (add, open, close)
            wrote sub/again.yaml
            ./dmio run sub/again.yaml
            """);
    assertThat(Files.readString(folder.resolve("sub/again.yaml")))
        .contains("scenario: again", "iolog: '../t.log'", "'/dev/sda': sda")
        .doesNotContain("linux-6.1");
    Answer run = caller.call("run", "sub/again.yaml", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"calls\":3");
  }

  @Test
  void flushesAndDiscards_areDoneByLinux_onDevicesThatCan() throws IOException {
    caller.with("f.log", TRACE + "400 /dev/sda sync 0 0\n401 /dev/sda trim 0 8192\n");

    assertThat(caller.call("import", "f.log", "-o", "f.yaml").code()).isZero();

    assertThat(Files.readString(folder.resolve("f.yaml")))
        .contains("dialect: linux-6.1", "max-discard-sectors: 16");
    Answer run = caller.call("run", "f.yaml", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"calls\":5").doesNotContain("EOPNOTSUPP");
  }

  @Test
  void longTraces_haveLimitsThatLetThemEnd() throws IOException {
    caller.with("l.log", TRACE + "100000005 /dev/sda read 0 512\n");

    assertThat(caller.call("import", "l.log", "-o", "l.yaml").code()).isZero();

    assertThat(caller.call("run", "l.yaml").out()).contains("PASSED  4 calls");
  }

  @Test
  void csv_needsItsColumns_andKeepsThem() throws IOException {
    caller.with("t.csv", "128166372003061629,hm,0,Read,383496192,32768,113736\n");

    assertThat(caller.call("import", "t.csv", "-o", "t.yaml").err()).contains("--columns");
    String columns = "{ time: 1, time-unit: 100ns, device: 3, op: 4, offset: 5, size: 6 }";
    Answer answer = caller.call("import", "t.csv", "-o", "t.yaml", "--columns", columns);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).contains("0: 1 read of 32KiB");
    assertThat(Files.readString(folder.resolve("t.yaml")))
        .contains("columns: " + columns, "'0': d-0");
    assertThat(caller.call("run", "t.yaml").code()).isZero();
  }

  @Test
  void jobFile_becomesLoads_andTellsWhatItSkips() throws IOException {
    caller.with(
        "j.fio",
        """
        ; a comment
        [global]
        ioengine=libaio
        size=4m
        [log writer]
        rw=write
        bs=8k
        numjobs=3
        filename=/dev/sdb
        verify=crc32c
        [Reader]
        rw=randread:2
        bsrange=4k-16k
        number_ios=20
        runtime=5
        thinktime=50
        offset=1m
        direct
        """);

    Answer answer = caller.call("import", "j.fio", "-o", "j.yaml");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains(
            "skipped line 3: ioengine=libaio",
            "skipped line 18: direct",
            "skipped line 10: verify=crc32c, for others write there too");
    assertThat(Files.readString(folder.resolve("j.yaml")))
        .contains(
            "sdb: { size: 4MiB,",
            "reader: { size: 5MiB,",
            "  log-writer:\n    instances: 3\n    steps:\n      - get: 64\n      - load: { rw: write, bs: 8KiB,"
                + " iodepth: 1, number_ios: 512, offset: 0B, size: 4MiB, devices: [sdb] }\n",
            "load: { rw: randread, bsrange: 4KiB-16KiB, iodepth: 1, number_ios: 20, offset: 1MiB,"
                + " size: 4MiB, runtime: 5s, thinktime: 50us, devices: [reader] }");
    assertThat(caller.call("run", "j.yaml", "--json").out()).contains("\"calls\":1556");
  }

  @Test
  void clonesWithoutAFileName_haveDevicesOfTheirOwn() throws IOException {
    caller.with("j.fio", "[w]\nrw=write\nsize=64k\nnumjobs=2\nverify=md5\n");

    assertThat(caller.call("import", "j.fio", "-o", "j.yaml").code()).isZero();

    assertThat(Files.readString(folder.resolve("j.yaml")))
        .contains("verify: true, devices: [w-1]", "verify: true, devices: [w-2]");
    assertThat(caller.call("run", "j.yaml").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size=4 | line 2: size=4: must be a multiple of 512 bytes",
        "bs=100 | line 2: bs=100: a block must be a multiple of 512 bytes",
        "bs=4ki | line 2: bs=4ki: a block must be a multiple of 512 bytes",
        "bs=4x | line 2: bs=4x: unknown unit 'x'",
        "size=50% | line 2: size=50%: '50%' is no number such as",
        "rw=trim | line 2: rw=trim: no load does this",
        "numjobs=0 | line 2: numjobs=0: from 1 to 10000",
        "runtime=5y | line 2: runtime=5y: unknown unit",
        "bsrange=4k | line 2: bsrange=4k: expected two sizes",
        "size=2k | line 2: size=2k: the range is smaller than a block of 4096 bytes",
        "kb_base=7 | line 2: kb_base=7: expected 1000 or 1024",
        "rwmixread=101;rw=rw | line 2: rwmixread=101: expected 0 to 100",
        "size=99999999999999999g | line 2: size=99999999999999999g: this number is too large",
        "[ | line 2: '[' is no section",
        "a b=c | line 2: 'a b=c' is no option"
      })
  void wrongJobs_areToldWithTheirLine_andNothingIsWritten(String lines, String said)
      throws IOException {
    caller.with("j.fio", "[a]\n" + lines.replace(';', '\n') + "\n");

    Answer answer = caller.call("import", "j.fio", "-o", "j.yaml");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("dmio: 'j.fio' " + said);
    assertThat(folder.resolve("j.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t.log | --from blkparse | line 1: no line of this file is an event",
        "t.log | --from blktrace | offset 0: no record of blktrace begins with",
        "t.log | --from fio | line 1: 'fio version 3 iolog' stands in no section",
        "t.log | --from tape | there is no kind of trace 'tape'",
        "t.log | --columns {} | --columns is about csv",
        "odd.log | | line 7: unknown action 'fly'",
        "half.log | | cannot be done: 'half.log' line 7: the offset 1 is no multiple",
        "no.log | | no.log' does not exist",
        "empty.log | | looks like no trace that is known",
        "none.log | | the trace has no request"
      })
  void malformedTraces_leaveNothingBehind(String file, String option, String said)
      throws IOException {
    caller.with("odd.log", TRACE + "400 /dev/sda fly 0 0\n");
    caller.with("half.log", TRACE + "400 /dev/sda read 1 512\n");
    caller.with("empty.log", "");
    caller.with("none.log", "fio version 3 iolog\n");
    List<String> words = option == null ? List.of() : List.of(option.split(" "));
    String[] call = new String[4 + words.size()];
    List.of("import", file, "-o", "x.yaml").toArray(call);
    for (int i = 0; i < words.size(); i++) {
      call[4 + i] = words.get(i);
    }

    Answer answer = caller.call(call);

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains(said);
    assertThat(folder.resolve("x.yaml")).doesNotExist();
  }

  @Test
  void existingFiles_areLeftAsTheyAre() throws IOException {
    caller.with("x.yaml", "mine");

    Answer answer = caller.call("import", "t.log", "-o", "x.yaml");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("x.yaml' exists, and is left as it is");
    assertThat(Files.readString(folder.resolve("x.yaml"))).isEqualTo("mine");
    assertThat(caller.call("import", "t.log", "-o", "X.yaml").err()).contains("not a name: 'X'");
  }
}
