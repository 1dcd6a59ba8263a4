package io.dmio.sim;

import java.util.NoSuchElementException;

/** A queue of events in the order of (time, insertion). An event is in it at most once. */
public interface EventQueue {

  /**
   * Inserts an event.
   *
   * @param time virtual nanoseconds, not before the time of the event popped last
   * @param event one that is in no queue
   */
  void push(long time, Event event);

  /**
   * Removes and returns the earliest event, of equal times the one pushed first.
   *
   * @throws NoSuchElementException if the queue is empty
   */
  Event pop();

  /** Whether no event is in the queue. */
  boolean isEmpty();

  /** The earliest time in the queue, without changing it; {@link Long#MAX_VALUE} if empty. */
  long peekTime();

  /** Removes everything and allows any time from 0 again. */
  void clear();
}
