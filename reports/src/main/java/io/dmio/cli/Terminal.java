package io.dmio.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command knows of the world that called it.
 *
 * @param out standard output
 * @param err standard error
 * @param directory where the caller's relative paths begin
 * @param home the folder that dmio lies in, or null if unknown
 * @param spelling how the caller spelled {@code dmio}
 * @param colour whether people's text may be coloured
 * @param verbose whether a defect shows its stack trace
 * @param workflow the workflow of a CI server that dmio runs in
 */
record Terminal(
    Output out,
    Output err,
    Path directory,
    @Nullable Path home,
    String spelling,
    boolean colour,
    boolean verbose,
    Workflow workflow) {

  /** Outside of any workflow. */
  Terminal(
      Output out,
      Output err,
      Path directory,
      @Nullable Path home,
      String spelling,
      boolean colour,
      boolean verbose) {
    this(out, err, directory, home, spelling, colour, verbose, Workflow.NONE);
  }

  /** The terminal of this process. */
  static Terminal ofProcess() {
    String home = System.getProperty("dmio.home");
    return new Terminal(
        Output.ofProcess(),
        Output.errorsOfProcess(),
        Path.of(""),
        home == null ? null : Path.of(home),
        System.getProperty("dmio.command", "dmio"),
        colourWanted(),
        System.getenv("DMIO_STACK_TRACE") != null,
        Workflow.of(System.getenv()));
  }

  /** The same with people's text on standard error, so that standard output is for programs. */
  Terminal forPrograms() {
    return new Terminal(err, err, directory, home, spelling, colour, verbose, workflow);
  }

  /** A path as the caller meant it. */
  Path resolve(String path) {
    return directory.resolve(path);
  }

  /** Prints a line that begins with a word of praise or blame, green or red where wanted. */
  void printVerdict(String word, boolean good, String rest) {
    if (colour) {
      out.printControl(good ? "\u001b[1;32m" : "\u001b[1;31m");
      out.print(word);
      out.printControl("\u001b[0m");
    } else {
      out.print(word);
    }
    out.println(rest);
  }

  /** Prints the lines of a run's summary, whose second begins with the verdict. */
  void printSummary(List<String> lines, boolean good) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int word = line.indexOf(' ');
      if (i == 1 && word > 0) {
        printVerdict(line.substring(0, word), good, line.substring(word));
      } else {
        out.println(line);
      }
    }
  }

  /** A complaint about what the caller asked for. */
  void complain(String message) {
    err.println("dmio: " + message);
  }

  void flush() {
    out.flush();
    err.flush();
  }

  /**
   * Ends a command: passes on what it has said, and complains if some of it was lost.
   *
   * @param code of the command itself
   * @return its code, or that of a mistake if something was lost that would have mattered
   */
  int end(int code) {
    out.end();
    String loss = out.loss();
    if (loss != null) {
      complain("output is lost: standard output could not be written: " + loss);
    }
    err.end();
    boolean lost = loss != null || err.loss() != null;
    boolean verdict = code == ExitCode.HELD.value() || code == ExitCode.FAILED.value();
    return lost && verdict ? ExitCode.MISTAKE.value() : code;
  }

  /** The launcher knows whether standard output is a terminal; Java's console does not. */
  private static boolean colourWanted() {
    return Boolean.getBoolean("dmio.terminal")
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }
}
