package io.dmio.testbed;

import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Comparison;
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
 * @param compared how much checks compare, in all worlds together
 */
public record RunExpectation(
    @Nullable Check fails,
    List<Fired> fired,
    @Nullable Quantity failedCalls,
    List<PoolExpectation> pools,
    @Nullable Quantity losses,
    @Nullable Quantity states,
    List<ComparedExpectation> compared) {

  /** Expects nothing. */
  public static final RunExpectation NONE = new RunExpectation(null, List.of(), null, List.of());

  /** Expects nothing of what is compared. */
  public RunExpectation(
      @Nullable Check fails,
      List<Fired> fired,
      @Nullable Quantity failedCalls,
      List<PoolExpectation> pools,
      @Nullable Quantity losses,
      @Nullable Quantity states) {
    this(fails, fired, failedCalls, pools, losses, states, List.of());
  }

  /** Expects nothing of losses, states and what is compared. */
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
    compared = List.copyOf(compared);
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

  /**
   * How much a check compares.
   *
   * @param check the check
   * @param what one of its comparisons, or null: all of them together
   * @param count how often
   */
  public record ComparedExpectation(Check check, @Nullable Comparison what, Quantity count) {

    /** Checks that the comparison is the check's. */
    public ComparedExpectation {
      if (what != null && what.check() != check) {
        throw new IllegalArgumentException(what.fullText() + " is not of " + check.text());
      }
    }

    /** Its name in scenarios. */
    public String name() {
      return what == null ? check.text() : what.fullText();
    }

    /** How often that was compared. */
    long in(Compared compared) {
      return what == null ? compared.of(check) : compared.of(what);
    }
  }
}
