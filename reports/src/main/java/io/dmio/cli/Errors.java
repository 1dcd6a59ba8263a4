package io.dmio.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words and an exit code. */
final class Errors implements IParameterExceptionHandler {

  private final Terminal terminal;

  Errors(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    terminal.complain(problem.getMessage());
    if (problem instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        terminal.err().println("  did you mean " + String.join(" or ", near) + "?");
      }
    }
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("  '" + command + " --help' shows what it understands");
    return ExitCode.MISTAKE.value();
  }

  /** Says what went wrong and how bad it is. */
  ExitCode handle(Throwable problem) {
    if (problem instanceof MistakeException) {
      terminal.complain(String.valueOf(problem.getMessage()));
      return ExitCode.MISTAKE;
    }
    if (problem instanceof UncheckedIOException wrapped) {
      terminal.complain(FileWords.describe(wrapped.getCause()));
      return ExitCode.MISTAKE;
    }
    reportDefect(problem);
    return ExitCode.DEFECT;
  }

  /** One paragraph that can be sent as it is. */
  private void reportDefect(Throwable problem) {
    PrintStream err = terminal.err();
    err.println("dmio: this is a defect of dmio, not of your scenario.");
    err.println("  " + problem);
    StackTraceElement[] places = problem.getStackTrace();
    if (places.length > 0) {
      err.println("  where: " + places[0]);
    }
    err.println("  " + Product.describe(terminal).replace('\n', ' '));
    err.println(
        "  Please report these lines with the scenario and the seed. With DMIO_STACK_TRACE=1 in the"
            + " environment the same command shows more.");
    if (terminal.verbose()) {
      problem.printStackTrace(err);
    }
  }
}
