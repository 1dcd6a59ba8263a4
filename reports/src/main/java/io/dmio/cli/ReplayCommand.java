package io.dmio.cli;

import io.dmio.museum.Museum;
import io.dmio.report.RunSummary;
import io.dmio.report.figures.LatencyRecorder;
import io.dmio.run.Json;
import io.dmio.run.JudgedRun;
import io.dmio.run.MistakeException;
import io.dmio.run.OpenedScenario;
import io.dmio.run.RecordedRun;
import io.dmio.run.RunSettings;
import io.dmio.run.ShellWord;
import io.dmio.scenario.CapsuleHeader;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;

/** Runs a capsule again and tells whether the same has happened. */
final class ReplayCommand implements Command {

  private final Terminal terminal;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
            "replay",
            "Run a capsule again. Exits by the plain verdict, or with 125 where it cannot be run, so"
                + " that git bisect can use it, and prints REPRODUCED or NOT REPRODUCED.")
        .addPositional(Declare.name("CAPSULE", "A file that a failing run has left."))
        .addOption(StateOption.declare())
        .addOption(Declare.json())
        .addOption(Declare.value("--report", "DIR", "Write a report with pictures into DIR."))
        .addOption(Declare.formats())
        .addOption(Declare.force())
        .addOption(
            Declare.flag(
                "--as-recorded", "Exit with 0 iff check, rule and digest are as recorded."))
        .addOptions(Permissions.running());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    ReportPlace reports = ReportPlace.of(terminal, given);
    ScenarioFiles files = new ScenarioFiles(terminal, given);
    try (GuardedScenario scenario = files.open(given.name())) {
      CapsuleHeader capsule = scenario.opened().scenario().capsule();
      if (capsule == null) {
        throw new MistakeException(
            "'" + given.name() + "' is a scenario and no capsule: use 'dmio run'");
      }
      return replay(scenario.opened(), capsule, given, reports);
    } catch (ScenarioException wrong) {
      if (!files.isForAnotherDmio(given.name())) {
        throw wrong;
      }
      new Errors(terminal).handle(wrong);
      return cannotRun("the capsule cannot be run here, see above");
    }
  }

  private ExitCode cannotRun(String why) {
    terminal.complain(why + ": exit " + ExitCode.CANNOT_RUN.value());
    return ExitCode.CANNOT_RUN;
  }

  private ExitCode replay(
      OpenedScenario opened, CapsuleHeader capsule, Given given, ReportPlace reports)
      throws ScenarioException {
    if (capsule.exhibit() != null && Museum.find(capsule.exhibit()).isEmpty()) {
      return cannotRun("this dmio has no exhibit '" + capsule.exhibit() + "'");
    }
    RunSettings how = opened.asRecorded(StateOption.of(terminal, given).runOnce(null, null));
    LatencyRecorder latencies = new LatencyRecorder();
    RunListener listener = given.has("--json") ? RunListener.NONE : latencies;
    JudgedRun run = opened.run(how, reports.wanted() ? LogMode.FULL : LogMode.NONE, listener);
    RecordedRun recorded = new RecordedRun(capsule, run.result());
    String replay =
        ShellWord.line(terminal.spelling(), "replay", given.name())
            + opened.words().options()
            + how.limitWords();
    if (given.has("--json")) {
      terminal
          .out()
          .println(
              Json.object(
                  json -> {
                    run.putJson(json, given.name(), replay);
                    json.put("reproduced", recorded.reproduced());
                  }));
    } else {
      terminal.printSummary(
          RunSummary.lines(run.result(), run.lines(replay), latencies), run.held());
      terminal.out().println(recorded.words());
    }
    ExitCode code =
        given.has("--as-recorded") ? ExitCode.of(recorded.reproduced()) : ExitCode.of(run);
    String missing = opened.scenario().needs().running().missing();
    if (missing != null && !recorded.reproduced()) {
      code = cannotRun("the code of the capsule could not be run: " + missing);
    }
    return code.worst(reports.write(run, replay));
  }
}
