package io.dmio.cli;

import io.dmio.run.HeapException;
import io.dmio.run.MistakeException;
import io.dmio.run.SourceLocation;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Turns what went wrong into words and an exit code. */
final class Errors {

  private final Terminal terminal;

  Errors(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs a command; if that goes wrong, says so. */
  ExitCode guard(Command command, Given given) {
    try {
      return command.run(given);
    } catch (OutOfMemoryError exhausted) {
      boolean one = given.names().size() == 1;
      return handle(one ? new HeapException(given.name(), exhausted) : exhausted);
    } catch (Exception | StackOverflowError | LinkageError problem) {
      return handle(problem);
    }
  }

  /**
   * Says what went wrong and how bad it is.
   *
   * @throws LostOutputException if that is the problem: it ends the command, and is told then
   */
  ExitCode handle(Throwable problem) {
    if (problem instanceof LostOutputException lost) {
      throw lost;
    }
    if (problem instanceof ScenarioException wrong) {
      terminal.err().printLines(wrong.render() + "\n");
      wrong.mistakes().forEach(this::annotate);
      return ExitCode.MISTAKE;
    }
    if (problem instanceof MistakeException) {
      terminal.complain(String.valueOf(problem.getMessage()));
      return ExitCode.MISTAKE;
    }
    if (problem instanceof HeapException exhausted) {
      terminal.complain(Heap.words(exhausted.scenario()));
      return ExitCode.MISTAKE;
    }
    if (problem instanceof UncheckedIOException wrapped) {
      return handle(Objects.requireNonNull(wrapped.getCause()));
    }
    if (problem instanceof IOException refused) {
      terminal.complain(FileWords.describe(refused));
      return ExitCode.MISTAKE;
    }
    if (problem instanceof OutOfMemoryError) {
      terminal.complain(Heap.words());
      return ExitCode.MISTAKE;
    }
    reportDefect(problem);
    return ExitCode.DEFECT;
  }

  /** What went wrong, as the caller sees it. */
  static String words(Throwable problem) {
    if (problem instanceof ScenarioException wrong) {
      return wrong.render();
    }
    return problem instanceof HeapException exhausted
        ? Heap.words(exhausted.scenario())
        : String.valueOf(problem.getMessage());
  }

  private void annotate(Mistake mistake) {
    SourceLocation place = new SourceLocation(mistake.file(), mistake.line(), mistake.column());
    terminal.workflow().error(terminal, place, "dmio: mistake", mistake.message());
  }

  /** Says that a run has contradicted itself, which no scenario can make it do. */
  void reportContradiction() {
    PrintStream err = terminal.err();
    err.println("dmio: a contradiction inside is a defect of dmio, not of your scenario.");
    askForReport();
  }

  /** One paragraph that can be sent as it is. */
  private void reportDefect(Throwable problem) {
    PrintStream err = terminal.err();
    err.println("dmio: this is a defect of dmio, not of your scenario.");
    err.println("  " + problem);
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    StackTraceElement[] places = root.getStackTrace();
    if (places.length > 0) {
      err.println("  where: " + places[0]);
    }
    askForReport();
    if (terminal.verbose()) {
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace));
      terminal.err().printLines(trace.toString());
    }
  }

  private void askForReport() {
    terminal.err().println("  " + Product.describe(terminal).replace("\n", ", "));
    terminal
        .err()
        .println(
            "  Please report these lines with the scenario and the seed. With DMIO_STACK_TRACE=1 in"
                + " the environment the same command shows more.");
  }
}
