package io.dmio.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code dmio} without a subcommand. */
@Command(
    name = "dmio",
    description = {
      "A deterministic simulation and fault-injection testbed for Linux's dm-io.",
      "Runs scenarios in virtual time against simulated disks, checks every error bit, and draws"
          + " what happened."
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnExecutionException = 3)
final class Dmio implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      description = "Show product, semantics, language and commit, and exit.")
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Dmio(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command that the arguments name; returns its exit code. */
  static int execute(Terminal terminal, String... arguments) {
    int code = commandLine(terminal, arguments).execute(arguments);
    terminal.flush();
    return code;
  }

  /**
   * The parser. Only the commands that the arguments can need are made: looking through all of them
   * costs as much time as a small run.
   */
  static CommandLine commandLine(Terminal terminal, String... arguments) {
    CommandLine line = new CommandLine(new Dmio(terminal));
    Map<String, Function<Terminal, Callable<Integer>>> commands = commands();
    String first = arguments.length == 0 ? "" : arguments[0];
    if (commands.containsKey(first) && !first.equals("generate-completion")) {
      commands.keySet().retainAll(List.of(first));
    }
    commands.forEach((name, maker) -> line.addSubcommand(name, maker.apply(terminal)));
    Errors errors = new Errors(terminal);
    line.setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setAbbreviatedOptionsAllowed(false);
    ExitCodeList.addTo(line);
    return line;
  }

  @Override
  public Integer call() {
    if (version) {
      terminal.out().println(Product.describe(terminal));
      return ExitCode.HELD.value();
    }
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static Map<String, Function<Terminal, Callable<Integer>>> commands() {
    Map<String, Function<Terminal, Callable<Integer>>> commands = new LinkedHashMap<>();
    commands.put("generate-completion", GenerateCompletion::new);
    return commands;
  }
}
