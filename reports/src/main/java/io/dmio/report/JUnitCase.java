package io.dmio.report;

import io.dmio.check.Failure;
import io.dmio.sim.Digest;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A case of a {@link JUnitReport}: one scenario.
 *
 * @param group what it belongs to
 * @param name the scenario and the seed, or the file
 * @param virtualTimeNanos how long the run took, in virtual time
 * @param problem what is wrong, or null
 * @param text what else is to be said
 */
public record JUnitCase(
    String group, String name, long virtualTimeNanos, @Nullable Problem problem, String text) {

  /**
   * What is wrong with a case.
   *
   * @param error whether the case could not be judged at all
   * @param type the check that failed, or what else it was
   * @param message in a line
   * @param details all of it
   */
  public record Problem(boolean error, String type, String message, String details) {}

  /** A scenario that was run. */
  public static JUnitCase of(RunResult result, String replayCommand) {
    return new JUnitCase(
        "dmio." + result.dialect().text(),
        result.scenario() + " seed 0x" + Long.toHexString(result.seed()),
        result.totals().virtualTimeNanos(),
        result.verdict().holds() ? null : problem(result, replayCommand),
        result.verdict().text()
            + " fingerprint="
            + Digest.format(result.digests().fingerprint())
            + " outcome="
            + Digest.format(result.digests().outcome())
            + " replay="
            + replayCommand);
  }

  /** A file that could not be run. */
  public static JUnitCase unreadable(String file, String why) {
    String first = why.lines().findFirst().orElse("");
    return new JUnitCase("dmio", file, 0, new Problem(true, "mistake", first, why), "");
  }

  private static Problem problem(RunResult result, String replay) {
    boolean crashed = result.verdict() == Verdict.CRASHED;
    String verdict = result.verdict().text();
    Failure first = result.failures().isEmpty() ? null : result.failures().get(0);
    StringBuilder details = new StringBuilder();
    for (Failure failure : result.failures()) {
      details.append(failure.check().text()).append(": ").append(failure.message()).append('\n');
    }
    String message = (first == null ? verdict : first.message()) + "; replay: " + replay;
    String type = first == null ? verdict : first.check().text();
    return new Problem(crashed, type, message, details + replay);
  }
}
