package io.dmio.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    PrintStream out,
    PrintStream err,
    Path directory,
    @Nullable Path home,
    String spelling,
    boolean colour,
    boolean verbose,
    Workflow workflow) {

  /** Outside of any workflow. */
  Terminal(
      PrintStream out,
      PrintStream err,
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
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
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

  /** A verdict, green or red where colour is wanted. */
  String verdict(String word, boolean good) {
    return colour ? (good ? "\u001b[32m" : "\u001b[31m") + word + "\u001b[0m" : word;
  }

  /** A complaint about what the caller asked for. */
  void complain(String message) {
    err.println("dmio: " + message);
  }

  void flush() {
    out.flush();
    err.flush();
  }

  /** The launcher knows whether standard output is a terminal; Java's console does not. */
  private static boolean colourWanted() {
    return Boolean.getBoolean("dmio.terminal")
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
  }
}
