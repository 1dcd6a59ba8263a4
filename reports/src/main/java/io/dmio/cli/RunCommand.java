package io.dmio.cli;

import io.dmio.report.RunSummary;
import io.dmio.report.figures.LatencyRecorder;
import io.dmio.run.Exhibits;
import io.dmio.run.Json;
import io.dmio.run.JudgedRun;
import io.dmio.run.OpenedScenario;
import io.dmio.run.RunDifference;
import io.dmio.run.RunSettings;
import io.dmio.run.ShellWord;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs scenarios and tells what came of them. */
final class RunCommand implements Command {

  private final Terminal terminal;
  private final Errors errors;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
    this.errors = new Errors(terminal);
  }

  @Override
  public Syntax syntax() {
    return Declare.command("run", "Run scenarios, check them, and tell what came of them.")
        .addPositional(
            Declare.names(
                1,
                "FILE|NAME|DIR",
                "A scenario's file, the name of a shipped one, or a folder of scenarios."))
        .addOption(Declare.seed())
        .addOption(Declare.sets())
        .addOption(
            Declare.value(
                Changes.DIALECT, "X", "Run in this dialect of the engine: classic or linux-6.1."))
        .addOption(Declare.value("--exhibit", "ID", "Put in this bug of the museum."))
        .addOption(StateOption.declare())
        .addOption(Declare.json())
        .addOption(Declare.value("--report", "DIR", "Write a report with pictures into DIR."))
        .addOption(Declare.formats())
        .addOption(
            Declare.value(
                RunBook.JUNIT, "FILE", "Write the verdicts as XML of JUnit, for CI servers."))
        .addOption(
            Declare.value(
                "--failures", "DIR", "Where a failing run leaves its capsule; default: failures."))
        .addOption(Declare.force())
        .addOption(
            Declare.flag("--check-determinism", "Run everything twice and compare the events."))
        .addOptions(Permissions.running());
  }

  @Override
  public ExitCode run(Given given) throws IOException {
    RunSettings how =
        StateOption.of(terminal, given)
            .runOnce(given.number("--seed"), Exhibits.find(given.text("--exhibit")));
    List<Change> changes = Changes.of(given);
    ReportPlace reports = ReportPlace.of(terminal, given);
    List<String> names = new ScenarioFiles(terminal, given).expand(given.names());
    Tally tally = new Tally();
    RunBook book = new RunBook(terminal, given);
    try {
      for (String name : names) {
        tally.add(guarded(name, changes, how, given, reports.among(names.size()), tally, book));
        terminal.flush();
      }
    } catch (LostOutputException told) {
      return tally.worst();
    }
    if (names.size() > 1 && !given.has("--json")) {
      tally.print(terminal);
    }
    return tally.worst().worst(close(book));
  }

  /** The verdicts are known, whether or not their file can be written. */
  private ExitCode close(RunBook book) {
    try {
      book.close();
      return ExitCode.HELD;
    } catch (IOException problem) {
      return errors.handle(problem);
    }
  }

  /** One of several must not keep the others from running. */
  private ExitCode guarded(
      String name,
      List<Change> changes,
      RunSettings how,
      Given given,
      ReportPlace reports,
      Tally tally,
      RunBook book) {
    ScenarioFiles files = new ScenarioFiles(terminal, given);
    try (GuardedScenario scenario = files.open(name, changes)) {
      return runOne(scenario, how, given, reports, tally, book);
    } catch (Exception | StackOverflowError | OutOfMemoryError problem) {
      book.addUnreadable(name, Errors.words(problem));
      return errors.handle(problem);
    }
  }

  private ExitCode runOne(
      GuardedScenario scenario,
      RunSettings how,
      Given given,
      ReportPlace reports,
      Tally tally,
      RunBook book)
      throws IOException, ScenarioException {
    OpenedScenario opened = scenario.opened();
    boolean json = given.has("--json");
    boolean twice = given.has("--check-determinism");
    LogMode log = reports.wanted() || twice ? LogMode.FULL : LogMode.NONE;
    LatencyRecorder latencies = json ? null : new LatencyRecorder();
    JudgedRun run = opened.run(how, log, latencies == null ? RunListener.NONE : latencies);
    String difference = twice ? difference(run, opened.run(how, log, RunListener.NONE)) : null;
    String capsule = run.held() ? null : keep(run, given);
    String replay =
        capsule == null
            ? run.replay()
            : ShellWord.line(terminal.spelling(), "replay", capsule)
                + scenario.permissions().neededBy(opened.scenario().needs(), capsule, terminal)
                + how.limitWords();
    if (json) {
      terminal.out().println(Json.object(line -> run.putJson(line, capsule, replay)));
    } else {
      print(run, replay, latencies);
    }
    ExitCode code = ExitCode.of(run).worst(sameTwice(difference, twice, json));
    if (!run.held() && capsule == null) {
      code = code.worst(ExitCode.MISTAKE);
    }
    code = code.worst(reports.write(run, replay));
    book.add(run, replay);
    if (!run.held()) {
      tally.failed(replay);
      if (!json) {
        terminal.out().println(replay);
      }
    }
    if (code == ExitCode.DEFECT) {
      errors.reportContradiction();
    }
    return code;
  }

  private @Nullable String keep(JudgedRun run, Given given) {
    String folder = given.text("--failures");
    return new CapsuleKeeper(terminal, folder == null ? "failures" : folder).keep(run);
  }

  private static @Nullable String difference(JudgedRun first, JudgedRun second) {
    return RunDifference.between(first.result(), second.result());
  }

  private void print(JudgedRun run, String replay, @Nullable LatencyRecorder latencies) {
    terminal.printSummary(RunSummary.lines(run.result(), run.lines(replay), latencies), run.held());
  }

  private ExitCode sameTwice(@Nullable String difference, boolean twice, boolean json) {
    if (!twice) {
      return ExitCode.HELD;
    }
    (json ? terminal.err() : terminal.out())
        .println(
            difference == null
                ? "  twice        both runs gave the same events"
                : "NOT DETERMINISTIC  " + difference);
    return difference == null ? ExitCode.HELD : ExitCode.FAILED;
  }
}
