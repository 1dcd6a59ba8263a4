package io.dmio.report;

import io.dmio.files.FileContent;
import io.dmio.model.RunModel;
import io.dmio.report.export.BlktraceExport;
import io.dmio.report.export.CsvExport;
import io.dmio.report.export.EventsExport;
import io.dmio.report.export.FioLogExport;
import io.dmio.report.export.LogWritesRecorder;
import io.dmio.report.export.PerfettoExport;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a run as files that other tools read. Equal input gives equal bytes. Worked example:
 *
 * <pre>{@code
 * try (RunExport export = new RunExport(ExportFormat.BLKTRACE)) {
 *   RunResult result = Testbed.run(world, new RunOptions(LogMode.FULL, export.listener(), null));
 *   new OwnFolder(folder, false).write(export.files(result, "dmio run x"));
 * }
 * }</pre>
 */
public final class RunExport implements AutoCloseable {

  private final ExportFormat format;
  private final LogWritesRecorder writes = new LogWritesRecorder();

  /** Makes an export of one run. */
  public RunExport(ExportFormat format) {
    this.format = format;
  }

  /** Who must listen to the run. */
  public RunListener listener() {
    return format == ExportFormat.LOG_WRITES ? writes : RunListener.NONE;
  }

  /**
   * The files, by name. What they hold is made from the result as it is written, and not after this
   * is closed.
   *
   * @param result of the run, which kept its full event log
   * @param replayCommand what makes the run again
   */
  public SortedMap<String, FileContent> files(RunResult result, String replayCommand) {
    return switch (format) {
      case EVENTS -> one("events.jsonl", FileContent.text(new EventsExport(result)::writeTo));
      case BLKTRACE -> new BlktraceExport(RunModel.ofBios(result)).binary();
      case BLKPARSE ->
          one(
              "blkparse.txt",
              FileContent.text(new BlktraceExport(RunModel.ofBios(result))::writeText));
      case PERFETTO ->
          one("run.perfetto-trace", new PerfettoExport(RunModel.ofBios(result))::writeTo);
      case FIO_LOG -> new FioLogExport(RunModel.ofBios(result)).files();
      case LOG_WRITES -> writes.files(result);
      case CSV ->
          one("bios.csv", FileContent.text(new CsvExport(RunModel.ofBios(result))::writeTo));
      case JUNIT -> {
        byte[] xml = JUnitReport.of(List.of(JUnitCase.of(result, replayCommand)));
        yield one("junit.xml", out -> out.write(xml));
      }
    };
  }

  /** Gives up what was kept of the run on disk. */
  @Override
  public void close() throws IOException {
    writes.close();
  }

  private static SortedMap<String, FileContent> one(String name, FileContent content) {
    return new TreeMap<>(Map.of(name, content));
  }
}
