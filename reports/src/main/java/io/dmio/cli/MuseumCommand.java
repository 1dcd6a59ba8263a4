package io.dmio.cli;

import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
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
    List<ExhibitRunner.Finding> findings = new ArrayList<>();
    for (Exhibit exhibit : wanted(given.names())) {
      findings.add(runner.run(exhibit));
    }
    if (given.has("--json")) {
      terminal
          .out()
          .println(Json.object(json -> json.putObjects("exhibits", findings, MuseumCommand::put)));
    } else {
      findings.forEach(this::print);
    }
    boolean all = findings.stream().allMatch(ExhibitRunner.Finding::holds);
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

  private void print(ExhibitRunner.Finding finding) {
    String word = finding.found() ? "CAUGHT" : "MISSED";
    String events = finding.found() ? " at event " + finding.events() : "";
    terminal.printVerdict(
        word,
        finding.found(),
        "  "
            + finding.exhibit().id()
            + "  "
            + finding.exhibit().title()
            + "  (by "
            + finding.caughtBy().text()
            + events
            + ", "
            + finding.scenario()
            + ")");
    if (!finding.clean()) {
      terminal.out().println("  FAILED  without the bug " + finding.scenario() + " fails as well");
    }
  }

  private static void put(Json json, ExhibitRunner.Finding finding) throws IOException {
    json.put("id", finding.exhibit().id());
    json.put("caughtBy", finding.caughtBy().text());
    json.put("found", finding.found());
    json.putSeed("seed", finding.seed());
    json.putUnlessNegative("events", finding.events());
  }
}
