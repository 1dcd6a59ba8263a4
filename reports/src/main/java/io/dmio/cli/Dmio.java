package io.dmio.cli;

import java.util.List;

/** The command {@code dmio}: finds the command that the arguments name, and runs it. */
final class Dmio {

  private Dmio() {}

  /** Runs the command that the arguments name; returns its exit code. */
  static int execute(Terminal terminal, String... arguments) {
    try {
      return terminal.end(code(terminal, List.of(arguments)));
    } catch (LostOutputException told) {
      return terminal.end(ExitCode.MISTAKE.value());
    }
  }

  private static int code(Terminal terminal, List<String> arguments) {
    if (!arguments.isEmpty() && Commands.NAMES.contains(arguments.get(0))) {
      Command command = Commands.make(arguments.get(0), terminal);
      Given given = PlainLine.read(command.syntax(), arguments.subList(1, arguments.size()));
      if (given != null) {
        return new Errors(terminal).guard(command, given).value();
      }
    }
    return FullParser.execute(terminal, arguments);
  }
}
