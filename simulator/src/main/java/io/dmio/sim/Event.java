package io.dmio.sim;

import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen at a time, and its own place in an {@link EventQueue}.
 *
 * <p>It is used again and again. All of it is in one object, since every array beside it would be
 * one more check of a bound.
 */
public final class Event {

  /** The virtual nanoseconds, and what follows in the queue's list; both are the queue's. */
  long time;

  Event next = this;

  /** Who handles it, null if nobody; all below is the {@link Simulation}'s. */
  @Nullable EventHandler handler;

  long argument;
  byte kind;

  /** Its slot, and from bit 32 how often it was scheduled. */
  long handle;

  /**
   * Makes an event that is not scheduled.
   *
   * @param slot tells it from others, not negative
   */
  public Event(int slot) {
    handle = slot;
  }

  /** What tells it from others. */
  public int slot() {
    return (int) handle;
  }

  /** The virtual nanoseconds at which it is, or was when it left the queue. */
  public long time() {
    return time;
  }
}
