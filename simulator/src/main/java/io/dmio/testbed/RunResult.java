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
 * What came of a run.
 *
 * @param scenario the scenario's name
 * @param seed the seed
 * @param dialect the engine's dialect
 * @param verdict how it is judged
 * @param fingerprint the digest of every event
 * @param outcome the digest of what users see
 * @param virtualTimeNanos when it ended
 * @param events records of the event log
 * @param calls calls made
 * @param failedCalls calls that returned an error or were notified with bits
 * @param lostCalls calls that were under way when their host died; they have not failed
 * @param bios bios submitted by the engine
 * @param losses sectors that were found to differ, as a silent fault explains
 * @param lossList which and why, the first first; at most {@link #MOST_LOSSES}
 * @param states how many worlds were run: 1, or one for each state that the power cuts allow; the
 *     digests and what was compared are of all of them, everything else is of the first of the
 *     worst
 * @param shownState which of them that is, from 1
 * @param outside what was done to the world from outside, and what came of that
 * @param failures what failed, the first first; at most {@link #MOST_FAILURES}
 * @param failureCount how many failures there were altogether
 * @param compared how much the checks have compared, in all worlds together
 * @param callList the first {@link #MOST_CALLS} calls
 * @param pools every pool
 * @param devices every device
 * @param rules every fault rule
 * @param names names of the numbers in the log
 * @param log the event log, as much as was kept
 */
public record RunResult(
    String scenario,
    long seed,
    Dialect dialect,
    Verdict verdict,
    long fingerprint,
    long outcome,
    long virtualTimeNanos,
    long events,
    long calls,
    long failedCalls,
    long lostCalls,
    long bios,
    long losses,
    List<Loss> lossList,
    long states,
    long shownState,
    ExternalEvents outside,
    List<Failure> failures,
    long failureCount,
    Compared compared,
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
    lossList = List.copyOf(lossList);
    failures = List.copyOf(failures);
    callList = List.copyOf(callList);
    pools = List.copyOf(pools);
    devices = List.copyOf(devices);
    rules = List.copyOf(rules);
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
