package io.dmio.cli;

import io.dmio.files.FileContent;
import io.dmio.files.OwnFolder;
import io.dmio.report.ExportFormat;
import io.dmio.report.RunExport;
import io.dmio.run.JudgedRun;
import io.dmio.run.MistakeException;
import io.dmio.run.OpenedScenario;
import io.dmio.run.RunSettings;
import io.dmio.sim.LogMode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Runs a scenario and writes what happened as files of other tools. */
final class ExportCommand implements Command {

  private static final String FORMAT = "--format";
  private static final String FOLDER = "--output";
  private static final String STANDARD_OUTPUT = "-";

  private final Terminal terminal;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    String formats =
        Arrays.stream(ExportFormat.values())
            .map(format -> format.text() + ": " + format.about())
            .collect(Collectors.joining("; "));
    return Declare.command(
            "export", "Run a scenario or a capsule and write it as files that other tools read.")
        .addPositional(
            Declare.name("FILE|NAME|CAPSULE", "A scenario's file, a shipped one, or a capsule."))
        .addOption(Declare.seed())
        .addOption(StateOption.declare())
        .addOption(Declare.required(List.of(FORMAT), "FORMAT", formats + "."))
        .addOption(
            Declare.required(
                List.of("-o", FOLDER),
                "DIR",
                "The folder where the files are written; - writes a format of one file to standard"
                    + " output."))
        .addOption(Declare.force())
        .addOptions(Permissions.running());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    ExportFormat format = format(Objects.requireNonNull(given.text(FORMAT)));
    String folder = Objects.requireNonNull(given.text(FOLDER));
    try (GuardedScenario scenario = new ScenarioFiles(terminal, given).open(given.name());
        RunExport export = new RunExport(format)) {
      OpenedScenario opened = scenario.opened();
      RunSettings how =
          opened.asRecorded(StateOption.of(terminal, given).runOnce(given.number("--seed"), null));
      JudgedRun run = opened.run(how, LogMode.FULL, export.listener());
      write(folder, format, export.files(run.result(), run.replay()), given.has(Declare.FORCE));
      return ExitCode.of(run);
    }
  }

  private void write(
      String folder, ExportFormat format, SortedMap<String, FileContent> files, boolean force)
      throws IOException {
    if (folder.equals(STANDARD_OUTPUT)) {
      if (files.size() != 1) {
        throw new MistakeException(
            FORMAT
                + " "
                + format.text()
                + " makes "
                + files.size()
                + " files: give a folder to -o");
      }
      files.values().iterator().next().writeTo(terminal.out().bytes());
      return;
    }
    new OwnFolder(terminal.resolve(folder), force).write(files);
    String names = String.join(" ", files.keySet());
    terminal.out().println("wrote to " + folder + ": " + names);
  }

  private static ExportFormat format(String text) {
    List<String> known = Arrays.stream(ExportFormat.values()).map(ExportFormat::text).toList();
    return ExportFormat.of(text).orElseThrow(() -> MistakeException.unknown("format", text, known));
  }
}
