package io.dmio.report;

import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a run as files that other tools read. Equal input gives equal bytes. Worked example:
 *
 * <pre>{@code
 * RunExport export = new RunExport(ExportFormat.BLKTRACE);
 * RunResult result = Testbed.run(world, new RunOptions(LogMode.FULL, export.listener(), null));
 * RunExport.write(folder, export.files(result, "dmio run x"));
 * }</pre>
 */
public final class RunExport {

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
   * The files, by name.
   *
   * @param result of the run, which kept its full event log
   * @param replayCommand what makes the run again
   */
  public SortedMap<String, byte[]> files(RunResult result, String replayCommand) {
    try {
      return switch (format) {
        case EVENTS -> one("events.jsonl", new EventsExport(result).bytes());
        case BLKTRACE -> new BlktraceExport(RunModel.of(result)).binary();
        case BLKPARSE -> one("blkparse.txt", new BlktraceExport(RunModel.of(result)).text());
        case PERFETTO -> one("run.perfetto-trace", new PerfettoExport(RunModel.of(result)).bytes());
        case FIO_LOG -> new FioLogExport(RunModel.of(result)).files();
        case LOG_WRITES -> writes.files(result);
        case CSV -> one("bios.csv", new CsvExport(RunModel.of(result)).bytes());
        case JUNIT ->
            one("junit.xml", JUnitReport.of(List.of(JUnitCase.of(result, replayCommand))));
      };
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  /** Writes files into a folder, which is made if there is none; each appears whole. */
  public static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      WholeFile.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static SortedMap<String, byte[]> one(String name, byte[] content) {
    return new TreeMap<>(Map.of(name, content));
  }
}
