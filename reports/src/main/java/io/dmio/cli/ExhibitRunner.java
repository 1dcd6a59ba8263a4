package io.dmio.cli;

import io.dmio.files.OwnFolder;
import io.dmio.model.TimeWindow;
import io.dmio.museum.Exhibit;
import io.dmio.report.ReportFormat;
import io.dmio.report.RunReport;
import io.dmio.run.CommandWords;
import io.dmio.run.ExhibitRun;
import io.dmio.run.MistakeException;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Runs exhibits, and writes their reports if they are wanted. */
final class ExhibitRunner {

  private final Terminal terminal;
  private final @Nullable Path reports;
  private final boolean force;

  /**
   * Makes a runner.
   *
   * @param given {@code --report} says where reports go
   * @throws IOException if others have files there
   */
  ExhibitRunner(Terminal terminal, Given given) throws IOException {
    this.terminal = terminal;
    this.force = given.has(Declare.FORCE);
    String folder = given.text("--report");
    this.reports = folder == null ? null : terminal.resolve(folder);
    if (reports != null) {
      new OwnFolder(reports, force).demandOwn();
    }
  }

  /**
   * Runs one.
   *
   * @throws MistakeException if no shipped scenario shows it
   */
  ExhibitRun run(Exhibit exhibit) throws IOException, ScenarioException {
    LogMode log = reports == null ? LogMode.NONE : LogMode.FULL;
    CommandWords words = new CommandWords(terminal.spelling(), "");
    ExhibitRun run =
        ExhibitRun.of(exhibit, log, words, StateOption.none(terminal).runOnce(null, null).states());
    if (reports != null) {
      new OwnFolder(reports, force).mark();
      OwnFolder report = new OwnFolder(reports.resolve(exhibit.id()), force);
      report.demandOwn();
      report.write(
          RunReport.files(
              run.result(), run.lines(), EnumSet.allOf(ReportFormat.class), TimeWindow.ALL));
    }
    return run;
  }
}
