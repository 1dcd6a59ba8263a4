package io.dmio.cli;

import picocli.AutoComplete;

/** Prints what makes a shell complete dmio's commands and options. */
final class GenerateCompletion implements Command {

  private final Terminal terminal;

  GenerateCompletion(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
        Commands.GENERATE_COMPLETION,
        "Print a completion script for bash and zsh.",
        "Use it with: source <(dmio generate-completion)");
  }

  @Override
  public ExitCode run(Given given) {
    terminal.out().printLines(AutoComplete.bash("dmio", FullParser.whole(terminal)) + "\n");
    return ExitCode.HELD;
  }
}
