package io.dmio.sim;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Waiters in the order in which they came.
 *
 * <p>A waiter is resumed by an event at the same virtual time, never inline.
 */
public final class WaitQueue {

  private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
  private final Simulation simulation;

  /** Makes an empty queue. */
  public WaitQueue(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Parks a waiter at the end. */
  public void park(Waiter waiter) {
    waiters.addLast(waiter);
  }

  /** Schedules the resumption of the first {@code most} waiters, in order. */
  public void wake(int most) {
    for (int i = 0; i < most && !waiters.isEmpty(); i++) {
      simulation.schedule(0, waiters.removeFirst(), 0);
    }
  }

  /** Schedules the resumption of the one who came last, if there is any. */
  public void wakeLast() {
    if (!waiters.isEmpty()) {
      simulation.schedule(0, waiters.removeLast(), 0);
    }
  }

  /** How many are parked. */
  public int size() {
    return waiters.size();
  }

  /** Shows every parked waiter, in order. */
  public void forEach(Consumer<Waiter> action) {
    waiters.forEach(action);
  }
}
