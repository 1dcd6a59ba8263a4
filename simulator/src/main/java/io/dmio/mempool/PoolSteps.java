package io.dmio.mempool;

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

  /** How many of the waiters are woken when an element goes to the reserve: all. */
  public int woken(int waiting) {
    return waiting;
  }
}
