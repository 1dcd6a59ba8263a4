package io.dmio.cli;

import io.dmio.scenario.yaml.Guess;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line. */
final class LineErrors implements IParameterExceptionHandler {

  private final Terminal terminal;

  LineErrors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    terminal.complain(String.valueOf(problem.getMessage()));
    if (problem instanceof UnmatchedArgumentException unmatched) {
      suggest(unmatched);
    }
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("  '" + command + " --help' shows what it understands");
    return ExitCode.MISTAKE.value();
  }

  private void suggest(UnmatchedArgumentException unmatched) {
    CommandSpec command = unmatched.getCommandLine().getCommandSpec();
    List<String> known =
        command.subcommands().size() > 0
            ? Commands.NAMES
            : command.options().stream().map(OptionSpec::longestName).toList();
    String hint = Guess.hint(unmatched.getUnmatched().get(0), known, "");
    if (!hint.isEmpty()) {
      terminal.err().println("  " + hint);
    }
  }
}
