package io.dmio.cli;

import io.dmio.cli.Syntax.Option;
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

/** Reads every command line: gives help, and finds the words for a line that is wrong. */
final class FullParser {

  private final Terminal terminal;
  private final Map<String, Command> commands = new LinkedHashMap<>();

  private FullParser(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command that the arguments name; returns its exit code. */
  static int execute(Terminal terminal, List<String> arguments) {
    FullParser parser = new FullParser(terminal);
    return parser.all().execute(arguments.toArray(new String[0]));
  }

  /** The parser with all commands in it. */
  static CommandLine whole(Terminal terminal) {
    return new FullParser(terminal).all();
  }

  private CommandLine all() {
    CommandSpec root = root();
    for (String name : Commands.NAMES) {
      Command command = Commands.make(name, terminal);
      commands.put(name, command);
      root.addSubcommand(name, PicocliSpec.of(command.syntax()));
    }
    return new CommandLine(root)
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler(new LineErrors(terminal))
        .setExecutionStrategy(this::runUnlessLost);
  }

  private static CommandSpec root() {
    Syntax syntax =
        Declare.command(
            "dmio",
            "A deterministic simulation and fault-injection testbed for Linux's dm-io.",
            "Runs scenarios in virtual time against simulated disks, checks every error bit, and"
                + " draws what happened.");
    CommandSpec root = PicocliSpec.of(syntax);
    root.usageMessage().synopsisSubcommandLabel("COMMAND");
    return root.addOption(
        OptionSpec.builder("-V", "--version")
            .type(boolean.class)
            .description("Show product, semantics, language and commit, and exit.")
            .build());
  }

  /** The parser would tell of an exception in its own way. */
  private int runUnlessLost(ParseResult parsed) {
    try {
      return run(parsed);
    } catch (LostOutputException told) {
      return ExitCode.MISTAKE.value();
    }
  }

  private int run(ParseResult parsed) {
    if (parsed.isUsageHelpRequested()) {
      return help(parsed);
    }
    if (parsed.hasMatchedOption("--version")) {
      terminal.out().printLines(Product.describe(terminal) + "\n");
      return ExitCode.HELD.value();
    }
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "a command is missing: " + String.join(", ", commands.keySet()));
    }
    ParseResult inner = parsed.subcommand();
    if (inner.isUsageHelpRequested()) {
      return help(inner);
    }
    Command command = Objects.requireNonNull(commands.get(inner.commandSpec().name()));
    return new Errors(terminal).guard(command, given(command.syntax(), inner)).value();
  }

  static Given given(Syntax syntax, ParseResult parsed) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (Option option : syntax.options()) {
      OptionSpec matched = parsed.matchedOption(option.name());
      if (matched != null) {
        boolean flag = option.value() == Syntax.Value.NONE;
        options.put(option.name(), flag ? List.of("") : matched.originalStringValues());
      }
    }
    return new Given(options, parsed.matchedPositionalValue(0, List.of()));
  }

  private static int help(ParseResult parsed) {
    ExitCodeList.addTo(parsed.commandSpec().commandLine());
    CommandLine.executeHelpRequest(parsed);
    return ExitCode.HELD.value();
  }
}
