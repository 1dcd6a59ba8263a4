package io.dmio.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
    Dmio dmio = new Dmio(terminal);
    String first = arguments.length == 0 ? "" : arguments[0];
    boolean alone = Commands.NAMES.contains(first) && !first.equals(Commands.GENERATE_COMPLETION);
    int code =
        alone
            ? dmio.single(first).execute(Arrays.copyOfRange(arguments, 1, arguments.length))
            : dmio.all().execute(arguments);
    terminal.flush();
    return code;
  }

  /** A parser of one command: making all of them would cost time in every run. */
  private CommandLine single(String name) {
    Command command = Commands.make(name, terminal);
    CommandSpec spec = command.spec().name("dmio " + name);
    return parser(spec, parsed -> run(command, parsed));
  }

  /** The parser of everything. */
  private CommandLine all() {
    CommandSpec root = root();
    for (String name : Commands.NAMES) {
      Command command = Commands.make(name, terminal);
      commands.put(name, command);
      root.addSubcommand(name, command.spec());
    }
    return parser(root, this::runAny);
  }

  /** What is done with a command line that was understood. */
  @FunctionalInterface
  private interface Action {
    ExitCode run(ParseResult parsed) throws Exception;
  }

  private CommandLine parser(CommandSpec spec, Action action) {
    return new CommandLine(spec)
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(errors)
        .setExecutionStrategy(parsed -> guarded(action, parsed));
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

  private int guarded(Action action, ParseResult parsed) {
    try {
      return action.run(parsed).value();
    } catch (ParameterException wrongLine) {
      throw wrongLine;
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError problem) {
      return errors.handle(problem).value();
    }
  }

  private ExitCode runAny(ParseResult parsed) throws Exception {
    if (parsed.isUsageHelpRequested()) {
      return help(parsed);
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
    return run(Objects.requireNonNull(commands.get(inner.commandSpec().name())), inner);
  }

  private static ExitCode run(Command command, ParseResult parsed) throws Exception {
    return parsed.isUsageHelpRequested() ? help(parsed) : command.run(new Given(parsed));
  }

  private static ExitCode help(ParseResult parsed) {
    ExitCodeList.addTo(parsed.commandSpec().commandLine());
    CommandLine.executeHelpRequest(parsed);
    return ExitCode.HELD;
  }
}
