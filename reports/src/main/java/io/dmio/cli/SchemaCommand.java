package io.dmio.cli;

import io.dmio.files.OwnFile;
import io.dmio.scenario.Scenarios;
import java.io.IOException;
import java.util.List;

/** Prints the JSON schema of the scenario language. */
final class SchemaCommand implements Command {

  private static final String FILE = "--output";

  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command("schema", "Print the JSON schema of scenarios, for editors.")
        .addOption(Declare.value(List.of("-o", FILE), "FILE", "Write it into FILE instead."))
        .addOption(Declare.force());
  }

  @Override
  public ExitCode run(Given given) throws IOException {
    String file = given.text(FILE);
    if (file == null) {
      terminal.out().printLines(Scenarios.schema());
    } else {
      new OwnFile(terminal.resolve(file), Scenarios.SCHEMA_MARK, given.has(Declare.FORCE))
          .write(Scenarios.schema());
    }
    return ExitCode.HELD;
  }
}
