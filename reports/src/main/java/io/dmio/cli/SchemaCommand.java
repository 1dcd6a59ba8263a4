package io.dmio.cli;

import io.dmio.scenario.Scenarios;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Prints the JSON schema of the scenario language. */
final class SchemaCommand implements Command {

  private static final String FILE = "--output";

  private final Terminal terminal;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Declare.command("schema", "Print the JSON schema of scenarios, for editors.")
        .addOption(
            OptionSpec.builder("-o", FILE)
                .type(String.class)
                .paramLabel("FILE")
                .description("Write it into FILE instead.")
                .build());
  }

  @Override
  public ExitCode run(Given given) throws IOException {
    String file = given.text(FILE);
    if (file == null) {
      terminal.out().print(Scenarios.schema());
    } else {
      WholeFile.write(terminal.resolve(file), Scenarios.schema());
    }
    return ExitCode.HELD;
  }
}
