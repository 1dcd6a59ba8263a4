package io.dmio.mempool;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.sim.WaitQueue;
import org.junit.jupiter.api.Test;

/** Wrong steps, and the scenarios that tell them from the right ones. */
final class MempoolMutantTest {

  /** Wakes one waiter for each element that comes back to the reserve. */
  private static final PoolSteps WAKES_ONE =
      new PoolSteps() {
        @Override
        public void wake(WaitQueue waiters) {
          waiters.wake(1);
        }
      };

  /** Gives what comes back to the allocator, which is dead. */
  private static final PoolSteps NEVER_REFILLS =
      new PoolSteps() {
        @Override
        public boolean refills(int reserve, int minNr) {
          return false;
        }
      };

  private static final PoolSteps RESERVE_FIRST =
      new PoolSteps() {
        @Override
        public boolean allocatorFirst() {
          return false;
        }
      };

  /**
   * More waiters than the reserve has elements, and an allocator that recovers: who is woken is
   * served by the allocator, the reserve stays full, and what comes back later wakes nobody.
   */
  private static int asleepAtTheEnd(PoolSteps steps) {
    PoolFixture fixture = new PoolFixture(steps);
    fixture.pool.create(1);
    fixture.allocatorDies();
    for (int call = 0; call < 5; call++) {
      fixture.takeFor(call);
    }
    fixture.allocatorRecovers();
    while (!fixture.out.isEmpty()) {
      fixture.giveBackOldest();
      fixture.simulation.run();
    }
    return fixture.pool.books().waiting();
  }

  @Test
  void wakingAll_leavesNobodyAsleep() {
    assertThat(asleepAtTheEnd(PoolSteps.CORRECT)).isZero();
  }

  @Test
  void wakingOne_leavesWaitersAsleepForEver() {
    assertThat(asleepAtTheEnd(WAKES_ONE)).isEqualTo(3);
  }

  @Test
  void neverRefilling_breaksTheGuarantee() {
    PoolFixture fixture = new PoolFixture(NEVER_REFILLS);
    fixture.pool.create(1);
    fixture.allocatorDies();
    fixture.takeFor(1);
    fixture.takeFor(2);
    fixture.giveBackOldest();
    fixture.simulation.run();
    assertThat(fixture.served).containsExactly(1);
    assertThat(fixture.pool.books().waiting()).isEqualTo(1);
  }

  @Test
  void reserveFirst_emptiesTheReserveWithoutNeed() {
    PoolFixture fixture = new PoolFixture(RESERVE_FIRST);
    fixture.pool.create(2);
    fixture.tryTake();
    assertThat(fixture.pool.reserve()).isEqualTo(1);
    assertThat(fixture.pool.books().failures()).isZero();
  }
}
