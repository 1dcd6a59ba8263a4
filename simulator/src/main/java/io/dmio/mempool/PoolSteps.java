package io.dmio.mempool;

import io.dmio.sim.WaitQueue;

/**
 * The steps of a pool in which right and wrong differ. This is the correct implementation; it holds
 * no state.
 */
public class PoolSteps {

  /** The correct steps. */
  public static final PoolSteps CORRECT = new PoolSteps();

  /** Whether the allocator is asked before the reserve. */
  public boolean allocatorFirst() {
    return true;
  }

  /** Whether an element that comes back goes to the reserve. */
  public boolean refills(int reserve, int minNr) {
    return reserve < minNr;
  }

  /** What the reserve is filled up to when it becomes larger. */
  public int grownTo(int reserve, int minNr) {
    return minNr;
  }

  /** An element has come to the reserve: all who wait try again, those first who came first. */
  public void wake(WaitQueue waiters) {
    waiters.wake(waiters.size());
  }
}
