package io.dmio.cli;

import java.util.List;

/** All commands. */
final class Commands {

  static final String GENERATE_COMPLETION = "generate-completion";
  static final String WARM_UP = "warm-up";

  /** Their names in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "run",
          "replay",
          "compare",
          "explain",
          "report",
          "export",
          "import",
          "conform",
          "museum",
          "new",
          "list",
          "validate",
          "schema",
          "bench",
          GENERATE_COMPLETION,
          WARM_UP);

  private Commands() {}

  /** The command of one of the {@link #NAMES}. */
  static Command make(String name, Terminal terminal) {
    return switch (name) {
      case "run" -> new RunCommand(terminal);
      case "replay" -> new ReplayCommand(terminal);
      case "compare" -> new CompareCommand(terminal);
      case "explain" -> new ExplainCommand(terminal);
      case "report" -> new ReportCommand(terminal);
      case "export" -> new ExportCommand(terminal);
      case "import" -> new ImportCommand(terminal);
      case "conform" -> new ConformCommand(terminal);
      case "museum" -> new MuseumCommand(terminal);
      case "new" -> new NewCommand(terminal);
      case "list" -> new ListCommand(terminal);
      case "validate" -> new ValidateCommand(terminal);
      case "schema" -> new SchemaCommand(terminal);
      case "bench" -> new BenchCommand(terminal);
      case GENERATE_COMPLETION -> new GenerateCompletion(terminal);
      case WARM_UP -> new WarmUpCommand(terminal);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
