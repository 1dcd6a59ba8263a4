package io.dmio.sim;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen when the slot of this number leaves the queue. It is used again and again; all
 * of it is in one object, since every array beside it would be one more check of a bound.
 */
final class Event {

  /** In place of a slot: there is none. */
  static final int NONE = -1;

  /** Who handles it, null if nobody. */
  @Nullable EventHandler handler;

  long argument;
  byte kind;

  /** Its slot, and from bit 32 how often it was scheduled. */
  long handle;

  /**
   * The slot of the next that is not scheduled, a number and no event: the cheaper one to store.
   */
  int nextFree = NONE;

  /** Makes an event that is not scheduled. */
  Event(int slot) {
    handle = slot;
  }
}
