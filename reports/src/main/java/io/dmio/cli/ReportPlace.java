package io.dmio.cli;

import io.dmio.report.ReportFormat;
import io.dmio.report.RunReport;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where reports go: one folder, or one in it for each of several scenarios. */
final class ReportPlace {

  private final Terminal terminal;
  private final @Nullable String folder;
  private final Set<ReportFormat> formats;
  private final TreeMap<String, Integer> used = new TreeMap<>();
  private boolean several;

  private ReportPlace(Terminal terminal, @Nullable String folder, Set<ReportFormat> formats) {
    this.terminal = terminal;
    this.folder = folder;
    this.formats = formats;
  }

  /** As {@code --report} and {@code --format} say. */
  static ReportPlace of(Terminal terminal, Given given) {
    String folder = given.text("--report");
    if (folder == null && given.has("--format")) {
      throw new MistakeException(
          "--format says how to write a report, and --report DIR is missing");
    }
    return new ReportPlace(terminal, folder, ReportOptions.formats(given));
  }

  /** The same for so many scenarios. */
  ReportPlace among(int scenarios) {
    several = scenarios > 1;
    return this;
  }

  boolean wanted() {
    return folder != null;
  }

  /** Writes a report if one is wanted. */
  ExitCode write(Opened opened, RunResult result, String replay) {
    if (folder == null) {
      return ExitCode.HELD;
    }
    String place = several ? folder + "/" + unused(result.scenario()) : folder;
    Path target = terminal.resolve(place);
    try {
      RunReport.write(target, result, opened.source(replay), formats);
    } catch (IOException problem) {
      terminal.complain("the report was not written: " + FileWords.describe(problem));
      return ExitCode.MISTAKE;
    }
    String page = formats.contains(ReportFormat.HTML) ? "/index.html" : "";
    terminal.err().println("report: " + place + page);
    return ExitCode.HELD;
  }

  private String unused(String scenario) {
    int count = used.merge(scenario, 1, Integer::sum);
    return count == 1 ? scenario : scenario + "-" + count;
  }
}
