package io.dmio.testbed;

import io.dmio.check.Check;
import io.dmio.workload.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario expects of the whole run; null: anything.
 *
 * @param fails the check that must fail first
 * @param fired how often rules set in, by the rule's number
 * @param failedCalls how many calls end with an error
 * @param pools what is expected of pools
 * @param losses how many sectors are found to differ as faults explain; none: then such a
 *     difference fails the check {@link Check#INTEGRITY}
 * @param states how many worlds there are, one for each state that power cuts allow
 */
public record RunExpectation(
    @Nullable Check fails,
    List<Fired> fired,
    @Nullable Quantity failedCalls,
    List<PoolExpectation> pools,
    @Nullable Quantity losses,
    @Nullable Quantity states) {

  /** Expects nothing. */
  public static final RunExpectation NONE = new RunExpectation(null, List.of(), null, List.of());

  /** Expects nothing of losses and states. */
  public RunExpectation(
      @Nullable Check fails,
      List<Fired> fired,
      @Nullable Quantity failedCalls,
      List<PoolExpectation> pools) {
    this(fails, fired, failedCalls, pools, null, null);
  }

  /** Copies the lists. */
  public RunExpectation {
    fired = List.copyOf(fired);
    pools = List.copyOf(pools);
  }

  /** Whether a loss is a failure of its own, of the check {@link Check#INTEGRITY}. */
  public boolean isLossless() {
    return losses != null && losses.high() == 0;
  }

  /**
   * How often a rule sets in.
   *
   * @param rule the rule's number
   * @param times how often
   */
  public record Fired(int rule, Quantity times) {}

  /**
   * What is expected of a pool.
   *
   * @param pool its name
   * @param lowWater the lowest reserve, or null
   * @param maxWaiting the most waiters at once, or null
   */
  public record PoolExpectation(
      String pool, @Nullable Quantity lowWater, @Nullable Quantity maxWaiting) {}
}
