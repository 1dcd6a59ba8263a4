package io.dmio.cli;

import io.dmio.files.OwnFolder;
import io.dmio.model.TimeWindow;
import io.dmio.report.RunReport;
import io.dmio.run.JudgedRun;
import io.dmio.run.MistakeException;
import io.dmio.run.OpenedScenario;
import io.dmio.run.RunSettings;
import io.dmio.scenario.shape.TimeText;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.util.List;
import java.util.Objects;

/** Writes the report of a run, and nothing else. */
final class ReportCommand implements Command {

  private static final String FOLDER = "--output";

  private final Terminal terminal;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command("report", "Run a scenario or a capsule and write its report.")
        .addPositional(
            Declare.name("FILE|NAME|CAPSULE", "A scenario's file, a shipped one, or a capsule."))
        .addOption(Declare.seed())
        .addOption(StateOption.declare())
        .addOption(Declare.required(List.of("-o", FOLDER), "DIR", "Where the report is written."))
        .addOption(Declare.formats())
        .addOption(Declare.window())
        .addOption(Declare.force())
        .addOptions(Permissions.running());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    var formats = ReportOptions.formats(given);
    TimeWindow window = ReportOptions.window(given);
    String folder = Objects.requireNonNull(given.text(FOLDER));
    OwnFolder report = new OwnFolder(terminal.resolve(folder), given.has(Declare.FORCE));
    report.demandOwn();
    try (GuardedScenario scenario = new ScenarioFiles(terminal, given).open(given.name())) {
      OpenedScenario opened = scenario.opened();
      RunSettings how =
          opened.asRecorded(StateOption.of(terminal, given).runOnce(given.number("--seed"), null));
      JudgedRun run = opened.run(how, LogMode.FULL, RunListener.NONE);
      RunResult result = run.result();
      refuseAfterTheEnd(window, result);
      report.write(RunReport.files(result, run.lines(run.replay()), formats, window));
      String word = result.verdict().text().toUpperCase(java.util.Locale.ROOT);
      terminal.printVerdict(word, result.verdict().holds(), "  report in " + folder);
      return ExitCode.of(run);
    }
  }

  private static void refuseAfterTheEnd(TimeWindow window, RunResult result) {
    if (window.fromNanos() > result.totals().virtualTimeNanos()) {
      throw new MistakeException(
          "--window: the run ends at "
              + TimeText.write(result.totals().virtualTimeNanos())
              + ", before FROM: nothing is there to show");
    }
  }
}
