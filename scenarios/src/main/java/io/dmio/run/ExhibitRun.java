package io.dmio.run;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.museum.Exhibit;
import io.dmio.scenario.ExhibitClaim;
import io.dmio.scenario.Shipped;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.util.function.ObjLongConsumer;

/**
 * The shipped scenario of an exhibit, run with the bug and without it.
 *
 * @param exhibit which
 * @param scenario the name of the scenario that shows it
 * @param caughtBy the check that must catch it
 * @param event the event at which that check has caught it, in time; else -1
 * @param clean whether the scenario passes without the bug
 * @param result of the run with the bug
 * @param lines the text of the scenario
 */
public record ExhibitRun(
    Exhibit exhibit,
    String scenario,
    Check caughtBy,
    long event,
    boolean clean,
    RunResult result,
    ScenarioLines lines) {

  private static final String THEME = "museum";

  /**
   * Runs it.
   *
   * @param log how much of the run with the bug is kept
   * @param words how the command is spelled that makes that run again
   * @param states hears, before they are tried, of which scenario how many states there are
   * @throws MistakeException if no shipped scenario shows it
   */
  public static ExhibitRun of(
      Exhibit exhibit, LogMode log, CommandWords words, ObjLongConsumer<String> states)
      throws IOException, ScenarioException {
    for (Shipped.Item item : Shipped.list()) {
      if (item.theme().equals(THEME)) {
        try (OpenedScenario opened =
            ScenarioRequest.of(item.name(), item.source()).spelled(words).open()) {
          ExhibitClaim claim = opened.scenario().exhibit();
          if (claim != null && claim.id().equals(exhibit.id())) {
            return run(exhibit, opened, claim, log, states);
          }
        }
      }
    }
    throw new MistakeException("no shipped scenario shows the exhibit " + exhibit.id());
  }

  /** As above, of {@code dmio} and without anybody who hears of states. */
  public static ExhibitRun of(Exhibit exhibit) throws IOException, ScenarioException {
    return of(exhibit, LogMode.NONE, CommandWords.PLAIN, RunSettings.DEFAULT.states());
  }

  private static ExhibitRun run(
      Exhibit exhibit,
      OpenedScenario opened,
      ExhibitClaim claim,
      LogMode log,
      ObjLongConsumer<String> states)
      throws ScenarioException {
    RunSettings plain = new RunSettings(null, null, null, states);
    JudgedRun with = opened.run(plain.withExhibit(exhibit), log, RunListener.NONE);
    JudgedRun without = opened.run(plain);
    return new ExhibitRun(
        exhibit,
        opened.scenario().name(),
        claim.caughtBy(),
        caughtAt(with.result(), claim),
        without.held(),
        with.result(),
        with.lines(with.replay()));
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

  /** Whether the check that must catch the bug has done so in time. */
  public boolean found() {
    return event >= 0;
  }

  /** Whether the bug was caught, and nothing fails without it. */
  public boolean holds() {
    return found() && clean;
  }
}
