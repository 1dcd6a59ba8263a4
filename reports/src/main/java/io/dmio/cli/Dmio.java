package io.dmio.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command {@code dmio}: finds the command that the arguments name, and runs it. */
final class Dmio {

  private final Terminal terminal;
  private final Errors errors;
  private final Map<String, Command> commands = new LinkedHashMap<>();

  private Dmio(Terminal terminal) {
    this.terminal = terminal;
    this.errors = new Errors(terminal);
  }

  /** Runs the command that the arguments name; returns its exit code. */
  static int execute(Terminal terminal, String... arguments) {
    int code = new Dmio(terminal).parser(arguments).execute(arguments);
    terminal.flush();
    return code;
  }

  /**
   * The parser. Where the first argument names a command only that one is made: making all of them
   * costs time in every run.
   */
  private CommandLine parser(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    boolean known = Commands.NAMES.contains(first) && !first.equals(Commands.GENERATE_COMPLETION);
    CommandSpec root = root();
    for (String name : known ? List.of(first) : Commands.NAMES) {
      Command command = Commands.make(name, terminal);
      commands.put(name, command);
      root.addSubcommand(name, command.spec());
    }
    CommandLine line = new CommandLine(root);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionStrategy(this::dispatch);
    return line;
  }

  private static CommandSpec root() {
    CommandSpec root =
        Declare.command(
            "dmio",
            "A deterministic simulation and fault-injection testbed for Linux's dm-io.",
            "Runs scenarios in virtual time against simulated disks, checks every error bit, and"
                + " draws what happened.");
    root.usageMessage().synopsisSubcommandLabel("COMMAND");
    return root.addOption(
        OptionSpec.builder("-V", "--version")
            .type(boolean.class)
            .description("Show product, semantics, language and commit, and exit.")
            .build());
  }

  private int dispatch(ParseResult parsed) {
    try {
      return run(parsed).value();
    } catch (ParameterException wrongLine) {
      throw wrongLine;
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError problem) {
      return errors.handle(problem).value();
    }
  }

  private ExitCode run(ParseResult parsed) throws Exception {
    if (asksForHelp(parsed)) {
      ExitCodeList.addTo(parsed.commandSpec().commandLine());
      CommandLine.executeHelpRequest(parsed);
      return ExitCode.HELD;
    }
    if (parsed.hasMatchedOption("--version")) {
      terminal.out().println(Product.describe(terminal));
      return ExitCode.HELD;
    }
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "a command is missing: " + String.join(", ", commands.keySet()));
    }
    ParseResult inner = parsed.subcommand();
    Command command = Objects.requireNonNull(commands.get(inner.commandSpec().name()));
    return command.run(new Given(inner));
  }

  private static boolean asksForHelp(ParseResult parsed) {
    return parsed.isUsageHelpRequested()
        || (parsed.hasSubcommand() && parsed.subcommand().isUsageHelpRequested());
  }
}
