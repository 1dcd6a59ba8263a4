package io.dmio.cli;

import io.dmio.files.OwnFolder;
import io.dmio.report.ComparisonReport;
import io.dmio.run.CompareJson;
import io.dmio.run.ComparedRun;
import io.dmio.run.ComparisonText;
import io.dmio.run.MistakeException;
import io.dmio.run.OpenedScenario;
import io.dmio.run.RunComparison;
import io.dmio.run.RunSettings;
import io.dmio.scenario.change.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one scenario in two dialects, or two scenarios, and shows in what their calls differ. */
final class CompareCommand implements Command {

  private static final String BOTH_DIALECTS = "classic,linux-6.1";

  private final Terminal terminal;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
            "compare",
            "Run one scenario in two dialects of the engine, or two scenarios, and show call by call"
                + " in what they differ: return, error bits, bios, data, latency. Calls belong"
                + " together by their names. Exits by the verdicts of the two runs: differences are"
                + " no failure.")
        .addPositional(
            Declare.names(
                1, "FILE|NAME|CAPSULE", "One scenario for two dialects, or two scenarios."))
        .addOption(
            Declare.value(
                Changes.DIALECT,
                "X,Y",
                "The two dialects that one scenario is run in; default: " + BOTH_DIALECTS + "."))
        .addOption(Declare.seed())
        .addOption(StateOption.declare())
        .addOption(Declare.sets())
        .addOption(Declare.flag("--all", "Show every call, and what is the same as well."))
        .addOption(Declare.json())
        .addOption(Declare.value("--report", "DIR", "Write a page into DIR."))
        .addOption(Declare.force())
        .addOptions(Permissions.running());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    List<Side> sides = sides(given);
    OwnFolder report = folder(given);
    List<ComparedRun> runs = new ArrayList<>();
    ExitCode worst = ExitCode.HELD;
    ScenarioFiles files = new ScenarioFiles(terminal, given);
    for (Side side : sides) {
      try (GuardedScenario scenario = files.open(side.name, side.changes)) {
        OpenedScenario opened = scenario.opened();
        RunSettings how =
            opened.asRecorded(
                StateOption.of(terminal, given).runOnce(given.number("--seed"), null));
        ComparedRun run = ComparedRun.of(side.label, opened, how);
        runs.add(run);
        worst = worst.worst(ExitCode.of(run.result().verdict(), how.isDefect(run.result())));
      }
    }
    RunComparison comparison = RunComparison.of(runs.get(0), runs.get(1));
    if (given.has("--json")) {
      terminal.out().println(new CompareJson(comparison).line());
    } else {
      ComparisonText.lines(comparison, given.has("--all")).forEach(terminal.out()::println);
    }
    if (report != null) {
      report.write(ComparisonReport.files(comparison));
      terminal.err().println("report: " + given.text("--report") + "/index.html");
    }
    if (worst == ExitCode.DEFECT) {
      new Errors(terminal).reportContradiction();
    }
    return worst;
  }

  /** Where the page goes, or null. */
  private @Nullable OwnFolder folder(Given given) throws IOException {
    String folder = given.text("--report");
    if (folder == null) {
      return null;
    }
    OwnFolder report = new OwnFolder(terminal.resolve(folder), given.has(Declare.FORCE));
    report.demandOwn();
    return report;
  }

  /** One of the two that are run. */
  private record Side(String label, String name, List<Change> changes) {}

  private List<Side> sides(Given given) {
    List<String> names = given.names();
    String dialects = given.text(Changes.DIALECT);
    List<Change> sets = Changes.sets(given);
    if (names.size() == 1) {
      return sides(names.get(0), dialects == null ? BOTH_DIALECTS : dialects, sets);
    }
    if (names.size() > 2) {
      throw new MistakeException(
          "two scenarios are compared, and here are " + names.size() + ": name one or two");
    }
    if (dialects != null) {
      throw new MistakeException(
          "--dialect is for one scenario in two dialects, and here are two scenarios");
    }
    String first = names.get(0);
    String second = names.get(1);
    boolean same = first.equals(second);
    return List.of(
        new Side(same ? "first " + first : first, first, sets),
        new Side(same ? "second " + second : second, second, sets));
  }

  private static List<Side> sides(String name, String dialects, List<Change> sets) {
    String[] two = dialects.split(",", -1);
    if (two.length != 2 || two[0].equals(two[1])) {
      throw new MistakeException(
          "--dialect " + dialects + ": expected two dialects, such as " + BOTH_DIALECTS);
    }
    List<Side> sides = new ArrayList<>();
    for (String dialect : two) {
      List<Change> changes = new ArrayList<>(sets);
      changes.add(Change.dialect(Changes.DIALECT, dialect));
      sides.add(new Side(dialect, name, changes));
    }
    return sides;
  }
}
