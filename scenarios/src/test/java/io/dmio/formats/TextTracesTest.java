package io.dmio.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.formats.CsvReader.Columns;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers and writers of traces that are text. */
final class TextTracesTest {

  private static final Columns MSR = new Columns("1", "2", "3", "4", "5", 100, 1, 1);

  @Test
  void iologOfVersion3_countsMicrosecondsFromTheFirst() throws Exception {
    Trace trace =
        IologReader.read(
            "fio version 3 iolog\n100 /dev/sda add\n100 /dev/sda open\n"
                + "100 /dev/sda write 4096 512\n350 /dev/sda sync 0 0\n351 /dev/sda read 0 4096\n"
                + "351 /dev/sda trim 8192 4096\n400 /dev/sda close\n");
    assertThat(trace.requests())
        .containsExactly(
            new TraceRequest(0, "/dev/sda", TraceOp.WRITE, 4096, 512),
            new TraceRequest(250_000, "/dev/sda", TraceOp.FLUSH, 0, 0),
            new TraceRequest(251_000, "/dev/sda", TraceOp.READ, 0, 4096),
            new TraceRequest(251_000, "/dev/sda", TraceOp.DISCARD, 8192, 4096));
    assertThat(trace.skipped()).containsEntry("actions on files (add, open, close)", 3L);
  }

  @Test
  void waitOfVersion2_isMillisecondsFromTheBegin_withAWarning() throws Exception {
    Trace trace =
        IologReader.read(
            "fio version 2 iolog\nf add\nf open\nf wait 7 0\nf write 0 512\nf wait 9 0\nf read 0 512\n");
    assertThat(trace.requests().stream().map(TraceRequest::nanos))
        .containsExactly(7_000_000L, 9_000_000L);
    assertThat(trace.warnings()).hasSize(1);
  }

  @Test
  void writtenIolog_isReadBack_andBeginsAtOne() throws Exception {
    List<TraceRequest> requests =
        List.of(
            new TraceRequest(0, "a", TraceOp.WRITE, 512, 1024),
            new TraceRequest(5_000, "b", TraceOp.READ, 0, 512),
            new TraceRequest(9_000, "a", TraceOp.FLUSH, 0, 0));
    StringWriter out = new StringWriter();
    IologWriter.write(out, requests);
    assertThat(out.toString()).startsWith("fio version 3 iolog\n1 a add\n");
    assertThat(IologReader.read(out.toString()).requests()).isEqualTo(requests);
  }

  @Test
  void blkparse_flushesWithOtherFlagsAreFlushes_andWritesThatFlushAreToldAbout() throws Exception {
    Trace trace =
        BlkparseReader.read(
            "8,0 0 1 0.000000000 9 Q FWS [jbd2]\n8,0 0 2 0.000000001 9 Q WFS 8 + 8 [jbd2]\n"
                + "8,0 0 3 0.000000002 9 A WS 8 + 8 <- (8,1) 0\n8,0 0 4 0.000000003 9 Q D 8 + 8 [x]\n");
    assertThat(trace.requests().stream().map(TraceRequest::op))
        .containsExactly(TraceOp.FLUSH, TraceOp.WRITE, TraceOp.DISCARD);
    assertThat(trace.warnings()).hasSize(2).first().asString().contains("FUA");
    assertThat(trace.place(1)).isEqualTo("line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense                              | line 1: expected 'fio version 2 iolog'",
        "fio version 4 iolog                   | line 1: 'fio version 4 iolog'; only the versions",
        "fio version 3 iolog;1 f write 0       | line 2: '1 f write 0' ends too early",
        "fio version 3 iolog;1 f write x 512   | line 2: 'x' is no offset in bytes",
        "fio version 3 iolog;;1 f scrub 0 512  | line 3: unknown action 'scrub'",
        "fio version 3 iolog;9 f sync;1 f sync | line 3: the time 1 is before the first one",
        "fio version 3 iolog;99999999999999999999 f sync | line 2: '99999999999999999999' is no time"
      })
  void malformedIologs_areRefusedWithTheirLine(String text, String message) {
    assertThatThrownBy(() -> IologReader.read(text.replace(';', '\n')))
        .isInstanceOf(MalformedTraceException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void blkparse_queuedLinesAreRequests_theRestIsSkipped() throws Exception {
    Trace trace =
        BlkparseReader.read(
            "  8,16   0        2     0.000001000     0  Q  WS 2048 + 8 [dmio]\n"
                + "  8,16   0        3     0.000001200     0  D  WS 2048 + 8 [dmio]\n"
                + "  8,16   0        4     0.000001500     0  Q  FN [dmio]\n"
                + "  8,32   0        5     1.000001000     0  Q   R 8 + 1 [dmio]\n"
                + "  8,16   0        0     0.000000000     0  m   N seed=0x7\n"
                + "CPU0 (8,16):\n Reads Queued:           0,        0KiB\n");
    assertThat(trace.requests())
        .containsExactly(
            new TraceRequest(0, "8,16", TraceOp.WRITE, 2048 * 512, 4096),
            new TraceRequest(500, "8,16", TraceOp.FLUSH, 0, 0),
            new TraceRequest(1_000_000_000, "8,32", TraceOp.READ, 4096, 512));
    assertThat(trace.skipped()).containsEntry("lines of a summary", 2L).containsEntry("notes", 1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello                               | line 1: no line of this file is an event",
        "8,0 0 1 0.000000001 0 Q W           | line 1: a request without 'sector + count'",
        "8,0 0 1 0.000000001 0 Q X 8 + 8 [x] | line 1: 'X' names no operation",
        "8,0 0 1 zero 0 Q W 8 + 8            | line 1: '8,0 0 1 zero 0 Q W 8 + 8' is no event"
      })
  void malformedBlkparse_isRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> BlkparseReader.read(text))
        .isInstanceOf(MalformedTraceException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void csv_isReadByNameOrNumber_inTheUnitsGiven() throws Exception {
    Trace numbered = CsvReader.read("100,usr0,Write,4096,512\n103,usr1,R,0,\"1024\"\n", MSR);
    assertThat(numbered.requests())
        .containsExactly(
            new TraceRequest(0, "usr0", TraceOp.WRITE, 4096, 512),
            new TraceRequest(300, "usr1", TraceOp.READ, 0, 1024));
    Columns named = new Columns("", "", "what", "lba", "blocks", 1, 512, 512);
    assertThat(CsvReader.read("lba,blocks,what\n8,1,w\n", named).requests())
        .containsExactly(new TraceRequest(0, "", TraceOp.WRITE, 4096, 512));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,d,scrub,0,512  | line 1: 'scrub' is no operation",
        "1,d,read,0       | line 1: has 4 values; column 5 is missing",
        "1,d,read,0,-512  | line 1: '-512' is no size",
        "1,d,read,0,'\"5' | line 1: a quote is not closed"
      })
  void malformedCsv_isRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> CsvReader.read(text, MSR))
        .isInstanceOf(MalformedTraceException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void fioLog_hasMillisecondsAndNanoseconds() throws Exception {
    StringWriter out = new StringWriter();
    try (FioLogWriter log = new FioLogWriter(out)) {
      log.latency(2_500_000, 81_000, TraceOp.WRITE, 4096, 512);
    }
    assertThat(out.toString()).isEqualTo("2, 81000, 1, 4096, 512, 0\n");
  }
}
