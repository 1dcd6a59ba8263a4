package io.dmio.cli;

import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.run.ExhibitRun;
import io.dmio.run.Exhibits;
import io.dmio.run.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Shows that every bug of the museum is caught by the check that it names. */
final class MuseumCommand implements Command {

  private final Terminal terminal;

  MuseumCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
            "museum",
            "Put each bug of the museum in, and see whether the check that it names catches it; then"
                + " run the same scenario without it.")
        .addPositional(Declare.names(0, "ID", "Exhibits, such as B07; default: all."))
        .addOption(Declare.value("--report", "DIR", "Write a report of each run with its bug."))
        .addOption(Declare.force())
        .addOption(Declare.json());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    ExhibitRunner runner = new ExhibitRunner(terminal, given);
    List<ExhibitRun> runs = new ArrayList<>();
    for (Exhibit exhibit : wanted(given.names())) {
      runs.add(runner.run(exhibit));
    }
    if (given.has("--json")) {
      terminal
          .out()
          .println(Json.object(json -> json.putObjects("exhibits", runs, MuseumCommand::put)));
    } else {
      runs.forEach(this::print);
    }
    boolean all = runs.stream().allMatch(ExhibitRun::holds);
    return all ? ExitCode.HELD : ExitCode.FAILED;
  }

  private static List<Exhibit> wanted(List<String> ids) {
    List<Exhibit> exhibits = new ArrayList<>();
    for (String id : ids) {
      Exhibit exhibit = Exhibits.find(id);
      if (exhibit != null) {
        exhibits.add(exhibit);
      }
    }
    return ids.isEmpty() ? Museum.exhibits() : exhibits;
  }

  private void print(ExhibitRun run) {
    String word = run.found() ? "CAUGHT" : "MISSED";
    String events = run.found() ? " at event " + run.event() : "";
    terminal.printVerdict(
        word,
        run.found(),
        "  "
            + run.exhibit().id()
            + "  "
            + run.exhibit().title()
            + "  (by "
            + run.caughtBy().text()
            + events
            + ", "
            + run.scenario()
            + ")");
    if (!run.clean()) {
      terminal.out().println("  FAILED  without the bug " + run.scenario() + " fails as well");
    }
  }

  private static void put(Json json, ExhibitRun run) throws IOException {
    json.put("id", run.exhibit().id());
    json.put("caughtBy", run.caughtBy().text());
    json.put("found", run.found());
    json.putSeed("seed", run.result().seed());
    json.putUnlessNegative("events", run.event());
  }
}
