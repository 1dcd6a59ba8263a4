package io.dmio.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what makes a shell complete dmio's commands and options. */
final class GenerateCompletion implements Command {

  private final Terminal terminal;

  GenerateCompletion(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Declare.command(
        Commands.GENERATE_COMPLETION,
        "Print a completion script for bash and zsh.",
        "Use it with: source <(dmio generate-completion)");
  }

  @Override
  public ExitCode run(Given given) {
    terminal.out().println(AutoComplete.bash("dmio", given.parser()));
    return ExitCode.HELD;
  }
}
