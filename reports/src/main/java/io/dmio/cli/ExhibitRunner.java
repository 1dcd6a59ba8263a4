package io.dmio.cli;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.files.OwnFolder;
import io.dmio.model.TimeWindow;
import io.dmio.museum.Exhibit;
import io.dmio.report.ReportFormat;
import io.dmio.report.RunReport;
import io.dmio.scenario.ExhibitClaim;
import io.dmio.scenario.Shipped;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Runs the scenario of an exhibit with the bug and without it. */
final class ExhibitRunner {

  private static final String THEME = "museum";

  private final Terminal terminal;
  private final ScenarioFiles files;
  private final @Nullable Path reports;
  private final boolean force;

  /**
   * Makes a runner.
   *
   * @param given {@code --report} says where reports go
   * @throws IOException if others have files there
   */
  ExhibitRunner(Terminal terminal, Given given) throws IOException {
    this.terminal = terminal;
    this.files = new ScenarioFiles(terminal);
    this.force = given.has(Declare.FORCE);
    String folder = given.text("--report");
    this.reports = folder == null ? null : terminal.resolve(folder);
    if (reports != null) {
      new OwnFolder(reports, force).demandOwn();
    }
  }

  /**
   * What came of an exhibit.
   *
   * @param exhibit which
   * @param scenario the scenario that shows it
   * @param caughtBy the check that must catch it
   * @param found whether that check has, in time
   * @param seed the seed of the run
   * @param events the event at which it was caught, or -1
   * @param clean whether the scenario passes without the bug
   */
  record Finding(
      Exhibit exhibit,
      String scenario,
      Check caughtBy,
      boolean found,
      long seed,
      long events,
      boolean clean) {

    boolean holds() {
      return found && clean;
    }
  }

  /**
   * Runs it.
   *
   * @throws MistakeException if no shipped scenario shows it
   */
  Finding run(Exhibit exhibit) throws IOException, ScenarioException {
    for (Shipped.Item item : Shipped.list()) {
      if (item.theme().equals(THEME)) {
        try (Opened opened = files.open(item.name())) {
          ExhibitClaim claim = opened.scenario().exhibit();
          if (claim != null && claim.id().equals(exhibit.id())) {
            return run(exhibit, opened, claim);
          }
        }
      }
    }
    throw new MistakeException("no shipped scenario shows the exhibit " + exhibit.id());
  }

  private Finding run(Exhibit exhibit, Opened opened, ExhibitClaim claim)
      throws IOException, ScenarioException {
    LogMode log = reports == null ? LogMode.NONE : LogMode.FULL;
    StateOption states = StateOption.none(terminal);
    RunOnce wrong = new RunOnce(null, exhibit, states);
    RunResult with = wrong.run(opened, log, RunListener.NONE);
    RunResult without = new RunOnce(null, null, states).run(opened, LogMode.NONE, RunListener.NONE);
    if (reports != null) {
      new OwnFolder(reports, force).mark();
      OwnFolder report = new OwnFolder(reports.resolve(exhibit.id()), force);
      report.demandOwn();
      report.write(
          RunReport.files(
              with,
              opened.source(wrong.command(terminal, opened, with)),
              EnumSet.allOf(ReportFormat.class),
              TimeWindow.ALL));
    }
    long event = caughtAt(with, claim);
    return new Finding(
        exhibit,
        opened.scenario().name(),
        claim.caughtBy(),
        event >= 0,
        with.seed(),
        event,
        without.verdict().holds());
  }

  /** The event at which the named check has failed, or -1 if it did not do so in time. */
  private static long caughtAt(RunResult result, ExhibitClaim claim) {
    for (Failure failure : result.failures()) {
      if (failure.check() == claim.caughtBy() && failure.event() <= claim.within()) {
        return failure.event();
      }
    }
    return -1;
  }
}
