package io.dmio.sim;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen when the slot of this number leaves the queue. It is used again and again; all
 * of it is in one object, since every array beside it would be one more check of a bound.
 */
final class Event {

  /** Who handles it, null if nobody. */
  @Nullable EventHandler handler;

  long argument;
  byte kind;

  /** Its slot, and from bit 32 how often it was scheduled. */
  long handle;

  /** The next that is not scheduled; the last of those is followed by itself. */
  Event nextFree = this;

  /** Makes an event that is not scheduled. */
  Event(int slot) {
    handle = slot;
  }

  int slot() {
    return (int) handle;
  }
}
