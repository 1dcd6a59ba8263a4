package io.dmio.sim;

/**
 * A queue of event slots in the order of (time, insertion).
 *
 * <p>Slots are small non-negative integers chosen by the caller; a slot is in the queue at most
 * once.
 */
public interface EventQueue {

  /**
   * Inserts a slot.
   *
   * @param time virtual nanoseconds, not before the time of the slot popped last
   * @param slot a slot that is not in the queue
   */
  void push(long time, int slot);

  /** Removes and returns the earliest slot, of equal times the one pushed first; -1 if empty. */
  int pop();

  /** The time of a slot that is in the queue or was popped last. */
  long time(int slot);
}
