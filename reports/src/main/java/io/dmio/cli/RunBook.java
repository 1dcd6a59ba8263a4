package io.dmio.cli;

import io.dmio.files.OwnFile;
import io.dmio.report.JUnitCase;
import io.dmio.report.JUnitReport;
import io.dmio.run.JudgedFailure;
import io.dmio.run.JudgedRun;
import io.dmio.run.Seed;
import io.dmio.sim.Digest;
import io.dmio.testbed.RunResult;
import io.dmio.workload.PrintableText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what came of runs for CI servers: a file of JUnit, annotations and a step's summary. */
final class RunBook {

  /** Where the file of JUnit goes. */
  static final String JUNIT = "--junit";

  private static final int MOST_ANNOTATIONS = 10;

  private final Terminal terminal;
  private final @Nullable OwnFile junit;
  private final List<JUnitCase> cases = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();

  /**
   * Makes an empty book.
   *
   * @param given {@code --junit} says where the file of JUnit goes
   * @throws IOException if there is one that dmio has not made
   */
  RunBook(Terminal terminal, Given given) throws IOException {
    this.terminal = terminal;
    String file = given.text(JUNIT);
    this.junit =
        file == null
            ? null
            : new OwnFile(terminal.resolve(file), JUnitReport.MARK, given.has(Declare.FORCE));
    if (junit != null) {
      junit.demandOwn();
    }
  }

  /** A scenario was run. */
  void add(JudgedRun run, String replay) {
    RunResult result = run.result();
    cases.add(JUnitCase.of(result, replay));
    rows.add(
        "| "
            + result.scenario()
            + " | "
            + result.verdict().text()
            + " | "
            + Seed.text(result.seed())
            + " | "
            + Digest.format(result.digests().fingerprint())
            + " | "
            + result.findings().failureCount()
            + " |");
    if (!result.verdict().holds()) {
      annotate(run.failures(), replay);
    }
  }

  /** A file could not be run. */
  void addUnreadable(String file, String why) {
    cases.add(JUnitCase.unreadable(file, why));
    rows.add("| " + PrintableText.line(file).replace("|", "\\|") + " | could not be run | | | |");
  }

  /** Writes what is asked for. */
  void close() throws IOException {
    if (junit != null) {
      junit.write(JUnitReport.of(cases));
    }
    if (terminal.workflow().summary() != null) {
      List<String> lines = new ArrayList<>();
      lines.add("| scenario | verdict | seed | fingerprint | failures |");
      lines.add("| --- | --- | --- | --- | --- |");
      lines.addAll(rows);
      lines.add("");
      terminal.workflow().summarize(lines);
    }
  }

  private void annotate(List<JudgedFailure> failures, String replay) {
    for (JudgedFailure failure : failures.subList(0, Math.min(MOST_ANNOTATIONS, failures.size()))) {
      terminal
          .workflow()
          .error(
              terminal,
              failure.place(),
              "dmio: " + failure.check().text(),
              failure.message() + "\n" + replay);
    }
  }
}
