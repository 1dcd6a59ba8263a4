package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.check.Check;
import io.dmio.files.FileContent;
import io.dmio.formats.BlkparseReader;
import io.dmio.formats.BlktraceReader;
import io.dmio.formats.Trace;
import io.dmio.formats.TraceOp;
import io.dmio.formats.TraceRequest;
import io.dmio.model.FakeRun;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports of a write to three regions, of which the third fails. */
final class RunExportTest {

  private static final String REPLAY = "./dmio run one-bad-region.yaml --seed 0x7";

  private static SortedMap<String, byte[]> files(ExportFormat format) {
    return ExportedFiles.of(new RunExport(format).files(FakeRun.oneBadRegion().result(), REPLAY));
  }

  private static String text(ExportFormat format, String file) {
    return new String(files(format).get(file), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void equalRuns_giveEqualBytes(ExportFormat format) {
    SortedMap<String, byte[]> again = files(format);
    files(format).forEach((name, bytes) -> assertThat(again.get(name)).isEqualTo(bytes));
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"JUNIT", "LOG_WRITES"},
      mode = EnumSource.Mode.EXCLUDE)
  void files_areWrittenInPieces(ExportFormat format) throws Exception {
    RunExport export = new RunExport(format);
    for (FileContent content : export.files(new FakeRun().load(20_000, 9).result(), "").values()) {
      Pieces pieces = new Pieces();
      content.writeTo(pieces);
      assertThat(pieces.most).isBetween(1, 1 << 14);
      assertThat(pieces.all).isGreaterThan(100_000);
    }
  }

  /** Counts what it is given. */
  private static final class Pieces extends OutputStream {

    private int most;
    private long all;

    @Override
    public void write(int one) {
      all++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      most = Math.max(most, count);
      all += count;
    }
  }

  @Test
  void blktrace_hasAFileForEachDeviceAndOneForAll() throws Exception {
    SortedMap<String, byte[]> files = files(ExportFormat.BLKTRACE);
    assertThat(files)
        .containsOnlyKeys("a.blktrace.0", "b.blktrace.0", "c.blktrace.0", "stack.blktrace.0");
    Trace c = BlktraceReader.read(files.get("c.blktrace.0"));
    assertThat(c.requests())
        .containsExactly(new TraceRequest(0, "8,32", TraceOp.WRITE, 2048 * 512, 4096));
    assertThat(BlktraceReader.read(files.get("stack.blktrace.0")).requests())
        .extracting(TraceRequest::device)
        .containsExactly("253,0", "8,0", "253,0", "8,16", "253,0", "8,32");
  }

  @Test
  void blkparse_showsTheErrorAsTheKernelDoes() throws Exception {
    String text = text(ExportFormat.BLKPARSE, "blkparse.txt");
    assertThat(text).contains("C   W 2048 + 8 [65475]").contains("C   W 2048 + 8 [0]");
    assertThat(text).contains("seed=0x7");
    assertThat(BlkparseReader.read(text).requests()).hasSize(6);
  }

  @Test
  void fioLogs_divideLatencyIntoWaitingAndService() {
    assertThat(text(ExportFormat.FIO_LOG, "b_lat.1.log"))
        .isEqualTo("0, 140200, 1, 4096, 1048576, 0\n");
    assertThat(text(ExportFormat.FIO_LOG, "b_slat.1.log"))
        .isEqualTo("0, 20000, 1, 4096, 1048576, 0\n");
    assertThat(text(ExportFormat.FIO_LOG, "b_clat.1.log"))
        .isEqualTo("0, 120200, 1, 4096, 1048576, 0\n");
  }

  @Test
  void csv_hasALineForEveryBio() {
    assertThat(text(ExportFormat.CSV, "bios.csv").lines())
        .hasSize(4)
        .contains("12,w,2,device-2,write,2048,4096,1000,41000,4100000,MEDIUM");
  }

  @Test
  void events_areNumberedAndNamed() {
    assertThat(text(ExportFormat.EVENTS, "events.jsonl").lines())
        .first()
        .isEqualTo(
            "{\"json\":1,\"event\":0,\"virtualTimeNs\":0,\"kind\":\"pool-resize\",\"subject\":0,"
                + "\"name\":\"pool-0\",\"detail\":0,\"a\":0,\"b\":256,\"c\":0}");
  }

  @Test
  void junit_isXmlAlsoWithCharactersThatXmlHasNot() throws Exception {
    JUnitCase bad = JUnitCase.unreadable("f\u0001.yaml", "key '\u001b[31m\uD800' is\nunknown");
    byte[] xml = JUnitReport.of(List.of(bad));

    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    assertThat(new String(xml, StandardCharsets.UTF_8))
        .contains("f\\u0001.yaml", "key '\\u001b[31m\\ud800' is");
  }

  @Test
  void junit_escapesAndCarriesTheReplayLine() {
    FakeRun run = FakeRun.oneBadRegion();
    run.fails(FakeRun.failure(Check.ERROR_BITS, "bit 2 is <clear> & should be set", 0));
    String xml =
        new String(
            ExportedFiles.of(new RunExport(ExportFormat.JUNIT).files(run.result(), REPLAY))
                .get("junit.xml"),
            StandardCharsets.UTF_8);
    assertThat(xml)
        .contains("tests=\"1\" failures=\"1\" errors=\"0\"")
        .contains("type=\"error-bits\"")
        .contains("bit 2 is &lt;clear&gt; &amp; should be set; replay: " + REPLAY);
  }
}
