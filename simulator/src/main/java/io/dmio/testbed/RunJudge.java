package io.dmio.testbed;

import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Failure;
import io.dmio.check.Failures;
import io.dmio.fault.FaultInjector;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolCounts;
import io.dmio.workload.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a run against what its scenario expects of it as a whole. */
final class RunJudge {

  private final WorldSpec spec;
  private final Failures failures;

  RunJudge(WorldSpec spec, Failures failures) {
    this.spec = spec;
    this.failures = failures;
  }

  /** Compares a world with its expectations. */
  void expectations(FaultInjector faults, long failedCalls, long losses, List<Mempool<?>> pools) {
    RunExpectation expect = spec.expect();
    for (RunExpectation.Fired fired : expect.fired()) {
      String name = "rule " + spec.faults().get(fired.rule()).name() + " should set in";
      compare(name, fired.times(), faults.fired(fired.rule()), "times");
    }
    compare("calls should fail:", expect.failedCalls(), failedCalls, "of them");
    if (!expect.isLossless()) {
      compare("faults should explain", expect.losses(), losses, "losses");
    }
    for (RunExpectation.PoolExpectation pool : expect.pools()) {
      for (Mempool<?> candidate : pools) {
        if (candidate.name().equals(pool.pool())) {
          books(pool, candidate.books());
        }
      }
    }
  }

  /** Compares the number of states that were tried. */
  void states(long count) {
    compare("the states that power cuts allow should be", spec.expect().states(), count, "in all");
  }

  /** Compares how much was compared in all worlds together. */
  void compared(Compared all) {
    for (RunExpectation.ComparedExpectation expected : spec.expect().compared()) {
      long count = expected.in(all);
      if (!isWithin(expected.count(), count)) {
        String what = expected.name() + " should compare " + words(expected.count());
        String about = expected.what() == null ? "in all" : expected.what().about();
        failures.add(Check.EXPECT, what + ", and compared " + count + " (" + about + ")");
      }
    }
  }

  /** How bad a world is that ended by itself so; what the scenario expects is better than else. */
  int rank(Verdict ended) {
    Failure first = failures.first();
    if (first == null && ended == Verdict.PASSED) {
      return 0;
    }
    boolean expected = first != null && first.check() == spec.expect().fails();
    return expected ? 1 : 2 + ended.ordinal();
  }

  private void books(RunExpectation.PoolExpectation pool, PoolCounts books) {
    String low = "the reserve of " + pool.pool() + " should at its lowest hold";
    compare(low, pool.lowWater(), books.lowWater(), "elements");
    String most = pool.pool() + " should at most at once have";
    compare(most, pool.maxWaiting(), books.maxWaiting(), "waiters");
  }

  private void compare(String what, @Nullable Quantity expected, long actual, String unit) {
    if (expected == null) {
      return;
    }
    failures.judgesRun();
    if (!isWithin(expected, actual)) {
      failures.add(
          Check.EXPECT, what + " " + words(expected) + " " + unit + ", and it was " + actual);
    }
  }

  private static boolean isWithin(Quantity quantity, long number) {
    return quantity.low() <= number && number <= quantity.high();
  }

  private static String words(Quantity quantity) {
    if (quantity.low() == quantity.high()) {
      return Long.toString(quantity.low());
    }
    return quantity.high() == Long.MAX_VALUE
        ? "at least " + quantity.low()
        : quantity.low() + "-" + quantity.high();
  }

  /**
   * The verdict.
   *
   * @param ended how the run ended by itself: PASSED, LIMIT or CRASHED; FAILED if a task collapsed
   */
  Verdict verdict(Verdict ended) {
    Check fails = spec.expect().fails();
    Failure first = failures.first();
    if (fails != null && first != null && first.check() == fails) {
      return Verdict.EXPECTED_FAILURE;
    }
    if (fails != null && first == null) {
      failures.add(Check.EXPECT, "the check " + fails.text() + " should fail, and everything held");
    }
    boolean held = failures.count() == 0 && fails == null;
    return ended == Verdict.PASSED && !held ? Verdict.FAILED : ended;
  }
}
