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

  /** The earliest time in the queue, without changing it; {@link Long#MAX_VALUE} if empty. */
  long peekTime();

  /** How many slots are in the queue. */
  int size();

  /** Removes everything and allows any time from 0 again. */
  void clear();
}
