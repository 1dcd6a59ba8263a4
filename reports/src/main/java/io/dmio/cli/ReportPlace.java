package io.dmio.cli;

import io.dmio.files.OwnFolder;
import io.dmio.model.TimeWindow;
import io.dmio.report.ReportFormat;
import io.dmio.report.RunReport;
import io.dmio.run.JudgedRun;
import io.dmio.run.MistakeException;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where reports go: one folder, or one in it for each of several scenarios. */
final class ReportPlace {

  private final Terminal terminal;
  private final @Nullable String folder;
  private final Set<ReportFormat> formats;
  private final boolean force;
  private final Set<String> used = new TreeSet<>();
  private boolean several;

  private ReportPlace(
      Terminal terminal, @Nullable String folder, Set<ReportFormat> formats, boolean force) {
    this.terminal = terminal;
    this.folder = folder;
    this.formats = formats;
    this.force = force;
  }

  /**
   * As {@code --report}, {@code --format} and {@code --force} say.
   *
   * @throws IOException if others have files in the folder
   */
  static ReportPlace of(Terminal terminal, Given given) throws IOException {
    String folder = given.text("--report");
    if (folder == null && given.has("--format")) {
      throw new MistakeException(
          "--format says how to write a report, and --report DIR is missing");
    }
    boolean force = given.has(Declare.FORCE);
    if (folder != null) {
      new OwnFolder(terminal.resolve(folder), force).demandOwn();
    }
    return new ReportPlace(terminal, folder, ReportOptions.formats(given), force);
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
  ExitCode write(JudgedRun run, String replay) {
    if (folder == null) {
      return ExitCode.HELD;
    }
    String place = several ? folder + "/" + unused(run.result().scenario()) : folder;
    OwnFolder target = new OwnFolder(terminal.resolve(place), force);
    try {
      if (several) {
        new OwnFolder(terminal.resolve(folder), force).mark();
      }
      target.demandOwn();
      target.write(RunReport.files(run.result(), run.lines(replay), formats, TimeWindow.ALL));
    } catch (IOException problem) {
      terminal.complain("the report was not written: " + FileWords.describe(problem));
      return ExitCode.MISTAKE;
    }
    String page = formats.contains(ReportFormat.HTML) ? "/index.html" : "";
    terminal.err().println("report: " + place + page);
    return ExitCode.HELD;
  }

  private String unused(String scenario) {
    String name = scenario;
    for (int number = 2; !used.add(name); number++) {
      name = scenario + "-" + number;
    }
    return name;
  }
}
