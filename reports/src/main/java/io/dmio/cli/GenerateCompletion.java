package io.dmio.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete dmio's commands and options. */
@Command(
    name = "generate-completion",
    description = {
      "Print a completion script for bash and zsh.",
      "Use it with: source <(dmio generate-completion)"
    })
final class GenerateCompletion implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private HelpOption help = new HelpOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  GenerateCompletion(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(AutoComplete.bash("dmio", spec.root().commandLine()));
    terminal.out().println();
    return ExitCode.HELD.value();
  }
}
