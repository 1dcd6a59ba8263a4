package io.dmio.cli;

import io.dmio.conformance.CaseResult;
import io.dmio.conformance.Conformance;
import io.dmio.conformance.MalformedCaseException;
import io.dmio.conformance.Recordings;
import io.dmio.formats.InputFile;
import io.dmio.run.MistakeException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** Replays recorded cases of a real kernel and compares every observation. */
final class ConformCommand implements Command {

  private final Terminal terminal;
  private final Conformance conformance = new Conformance();

  ConformCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
            "conform",
            "Replay recorded cases of a real kernel's dm-io in the dialect linux-6.1, and compare"
                + " every observation.")
        .addPositional(
            Declare.names(
                0,
                "CASES.jsonl",
                "A file of recorded cases, one a line; compressed by gzip or not; default: those of"
                    + " Linux 6.1 that are shipped."))
        .addOption(Declare.json());
  }

  @Override
  public ExitCode run(Given given) throws IOException {
    boolean json = given.has("--json");
    ConformTally tally = new ConformTally(json ? terminal.forPrograms() : terminal, !json);
    List<String> names = given.names();
    if (names.isEmpty()) {
      try (BufferedReader lines = Recordings.shipped()) {
        replay(Recordings.SHIPPED_NAME, lines, tally);
      }
    }
    for (String name : names) {
      replay(name, tally);
    }
    if (json) {
      terminal.out().println(tally.json());
    } else {
      tally.print();
    }
    return tally.worst();
  }

  private void replay(String name, ConformTally tally) throws IOException {
    Path file = terminal.resolve(name);
    if (Files.isDirectory(file)) {
      throw new MistakeException("'" + name + "' is a folder, and a file of cases is needed");
    }
    try (BufferedReader lines = Recordings.read(InputFile.open(file))) {
      replay(name, lines, tally);
    } catch (ZipException | EOFException broken) {
      throw new MistakeException(
          "'" + name + "' is damaged: it begins as gzip does, but " + broken.getMessage());
    }
  }

  private void replay(String name, BufferedReader lines, ConformTally tally) throws IOException {
    int before = tally.count();
    int number = 0;
    for (String line = Recordings.line(lines); line != null; line = Recordings.line(lines)) {
      number++;
      if (!line.isBlank()) {
        replay(name + ":" + number, line, tally);
      }
    }
    tally.endProgress();
    if (tally.count() == before) {
      throw new MistakeException("'" + name + "' has no cases: nothing to do");
    }
  }

  private void replay(String place, String line, ConformTally tally) {
    CaseResult result;
    try {
      result = conformance.replay(line);
    } catch (MalformedCaseException wrong) {
      tally.malformed(place, String.valueOf(wrong.getMessage()));
      return;
    }
    tally.add(result);
  }
}
