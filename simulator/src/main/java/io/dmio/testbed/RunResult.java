package io.dmio.testbed;

import io.dmio.check.Compared;
import io.dmio.check.Failure;
import io.dmio.check.Loss;
import io.dmio.device.LatencyProfile;
import io.dmio.engine.Dialect;
import io.dmio.mempool.PoolCounts;
import io.dmio.sim.EventLog;
import java.util.List;

/**
 * What came of a run. If power cuts made several worlds, {@link Digests} and {@link
 * Findings#compared} are of all of them, and everything else is of the first of the worst.
 *
 * @param scenario the scenario's name
 * @param seed the seed
 * @param dialect the engine's dialect
 * @param verdict how the run is judged
 * @param digests equal for equal runs
 * @param totals how long it took, and how much happened
 * @param tried how many worlds were run
 * @param findings what the checks found
 * @param outside what was done to the world from outside, and what came of that
 * @param callList the first {@link #MOST_CALLS} calls
 * @param pools every pool
 * @param devices every device, by number
 * @param rules every fault rule, by number
 * @param names the names of the numbers in the log
 * @param log the event log, as much as was kept
 */
public record RunResult(
    String scenario,
    long seed,
    Dialect dialect,
    Verdict verdict,
    Digests digests,
    Totals totals,
    Tried tried,
    Findings findings,
    ExternalEvents outside,
    List<CallOutcome> callList,
    List<PoolResult> pools,
    List<DeviceResult> devices,
    List<RuleResult> rules,
    Names names,
    EventLog log) {

  /** How many failures are kept. */
  public static final int MOST_FAILURES = 100;

  /** How many losses are kept. */
  public static final int MOST_LOSSES = 100;

  /** How many calls are kept. */
  public static final int MOST_CALLS = 1000;

  /** Copies the lists. */
  public RunResult {
    callList = List.copyOf(callList);
    pools = List.copyOf(pools);
    devices = List.copyOf(devices);
    rules = List.copyOf(rules);
  }

  /** What failed, the first first; see {@link Findings#failures}. */
  public List<Failure> failures() {
    return findings.failures();
  }

  /**
   * The two digests of a run.
   *
   * @param fingerprint of every event, and of the draws of every stream
   * @param outcome of what users see
   */
  public record Digests(long fingerprint, long outcome) {}

  /**
   * How long a run took, and how much happened.
   *
   * @param virtualTimeNanos when it ended
   * @param events records of the event log
   * @param calls calls that were made
   * @param failedCalls calls that returned an error or were notified with bits
   * @param lostCalls calls that were under way when their host died; they have not failed
   * @param bios bios that were submitted
   */
  public record Totals(
      long virtualTimeNanos,
      long events,
      long calls,
      long failedCalls,
      long lostCalls,
      long bios) {}

  /**
   * How many worlds a run had.
   *
   * @param states how many worlds were run: 1, or one for each state that the power cuts allow
   * @param shown which of them the result is of, from 1
   */
  public record Tried(long states, long shown) {

    /** One world. */
    public static final Tried ONE = new Tried(1, 1);

    /** Checks that the one that is shown was run. */
    public Tried {
      if (shown < 1 || states < shown) {
        throw new IllegalArgumentException("world " + shown + " of " + states);
      }
    }
  }

  /**
   * What the checks found.
   *
   * @param failures what failed, the first first; at most {@link #MOST_FAILURES}
   * @param failureCount how many failures there were altogether
   * @param losses sectors that differ as a silent fault explains, the first first; at most {@link
   *     #MOST_LOSSES}
   * @param lossCount how many such sectors there were altogether
   * @param compared how much the checks have compared
   */
  public record Findings(
      List<Failure> failures,
      long failureCount,
      List<Loss> losses,
      long lossCount,
      Compared compared) {

    /** Copies the lists. */
    public Findings {
      failures = List.copyOf(failures);
      losses = List.copyOf(losses);
    }
  }

  /**
   * A pool at the end.
   *
   * @param name its name
   * @param books its books
   */
  public record PoolResult(String name, PoolCounts books) {}

  /**
   * A device at the end.
   *
   * @param name its name
   * @param bios bios that arrived
   * @param failed bios that ended with an error
   * @param sectorsRead sectors read
   * @param sectorsWritten sectors written
   * @param latency what it takes as its scenario says; of a stacked device: nothing of its own
   * @param table of a stacked device its table, in dmsetup's words; else empty
   */
  public record DeviceResult(
      String name,
      long bios,
      long failed,
      long sectorsRead,
      long sectorsWritten,
      LatencyProfile latency,
      List<String> table) {

    /** Copies the list. */
    public DeviceResult {
      table = List.copyOf(table);
    }

    /** Whether it stands on other devices. */
    public boolean isStacked() {
      return !table.isEmpty();
    }
  }

  /**
   * A fault rule at the end.
   *
   * @param number its number
   * @param name its name
   * @param fired how often it set in (onsets)
   * @param hits how many bios or allocations it hit
   * @param silent whether what it hits ends well, and is wrong
   */
  public record RuleResult(int number, String name, long fired, long hits, boolean silent) {}
}
