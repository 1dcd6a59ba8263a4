package io.dmio.cli;

import io.dmio.files.OwnFile;
import io.dmio.formats.MalformedTraceException;
import io.dmio.run.MistakeException;
import io.dmio.run.ShellWord;
import io.dmio.scenario.imports.Imported;
import io.dmio.scenario.imports.TraceImport;
import io.dmio.scenario.source.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes a scenario that does a recorded trace again, or the jobs of fio. */
final class ImportCommand implements Command {

  private static final String FROM = "--from";
  private static final String COLUMNS = "--columns";
  private static final String FILE = "--output";

  private final Terminal terminal;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
            "import",
            "Write a scenario that does a recorded trace again, or the jobs of a job file of fio,"
                + " and say what is in it.")
        .addPositional(Declare.name("TRACE", "The trace or job file."))
        .addOption(
            Declare.required(
                List.of("-o", FILE), "FILE", "The scenario to be written; it must not exist."))
        .addOption(Declare.force())
        .addOption(
            Declare.value(
                FROM,
                "KIND",
                "What the trace is: "
                    + String.join(", ", TraceImport.kinds())
                    + "; default: by its content."))
        .addOption(
            Declare.value(
                COLUMNS,
                "MAPPING",
                "Which column of a csv is what, as YAML: '{ time: 1, time-unit: 100ns, op: 4,"
                    + " offset: 5, size: 6 }'."));
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    String file = Objects.requireNonNull(given.text(FILE));
    Path target = terminal.resolve(file);
    OwnFile scenario = new OwnFile(target, null, given.has(Declare.FORCE));
    scenario.demandOwn();
    Imported imported = read(given, target);
    scenario.write(imported.text());
    terminal.out().println(given.name() + ": " + imported.summary().get(0));
    imported.summary().stream().skip(1).forEach(line -> terminal.out().println("  " + line));
    terminal.out().println("wrote " + file);
    Trust strict = Trust.below(terminal.directory());
    boolean reached = strict.allows(terminal.resolve(given.name()), target);
    String run = ShellWord.line(terminal.spelling(), "run", file);
    terminal.out().println(reached ? run : run + Permissions.NONE.withFiles().arguments());
    return ExitCode.HELD;
  }

  private Imported read(Given given, Path target) throws Exception {
    String kind = given.text(FROM);
    if (kind != null && !TraceImport.kinds().contains(kind)) {
      throw MistakeException.unknown("kind of trace", kind, TraceImport.kinds());
    }
    try {
      return TraceImport.read(terminal.resolve(given.name()), kind, given.text(COLUMNS), target);
    } catch (MalformedTraceException | IllegalArgumentException wrong) {
      throw new MistakeException("'" + given.name() + "' " + wrong.getMessage());
    }
  }
}
