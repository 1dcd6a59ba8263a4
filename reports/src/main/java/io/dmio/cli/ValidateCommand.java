package io.dmio.cli;

import io.dmio.run.Json;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.util.List;

/** Reads scenarios without running them. */
final class ValidateCommand implements Command {

  private final Terminal terminal;
  private final Errors errors;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
    this.errors = new Errors(terminal);
  }

  @Override
  public Syntax syntax() {
    return Declare.command("validate", "Read scenarios, show every mistake, and run nothing.")
        .addPositional(
            Declare.names(
                1,
                "FILE|NAME|DIR",
                "A scenario's file, the name of a shipped one, or a folder of scenarios."))
        .addOption(Declare.json())
        .addOptions(Permissions.reading());
  }

  @Override
  public ExitCode run(Given given) throws IOException {
    ExitCode worst = ExitCode.HELD;
    ScenarioFiles files = new ScenarioFiles(terminal, given);
    for (String name : files.expand(given.names())) {
      worst = worst.worst(validate(files, name, given.has("--json")));
    }
    return worst;
  }

  private ExitCode validate(ScenarioFiles files, String name, boolean json) {
    try {
      files.open(name).close();
      print(name, List.of(), json);
      return ExitCode.HELD;
    } catch (ScenarioException wrong) {
      if (json) {
        print(name, wrong.mistakes(), true);
        return ExitCode.MISTAKE;
      }
      return errors.handle(wrong);
    } catch (Exception | StackOverflowError | OutOfMemoryError problem) {
      return errors.handle(problem);
    }
  }

  private void print(String name, List<Mistake> mistakes, boolean json) {
    if (!json) {
      terminal.out().println(name + ": valid");
      return;
    }
    terminal
        .out()
        .println(
            Json.object(
                line -> {
                  line.put("file", name);
                  line.put("valid", mistakes.isEmpty());
                  line.putObjects("mistakes", mistakes, ValidateCommand::put);
                }));
  }

  private static void put(Json json, Mistake mistake) throws IOException {
    json.put("line", mistake.line());
    json.put("column", mistake.column());
    json.put("message", mistake.message());
    json.put("suggestion", mistake.suggestion());
  }
}
