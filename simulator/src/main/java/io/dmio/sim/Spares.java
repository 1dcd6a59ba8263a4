package io.dmio.sim;

import org.jspecify.annotations.Nullable;

/**
 * Objects that nobody uses just now, last in, first out. They are chained by links in themselves,
 * so that keeping one takes no room and no search.
 *
 * @param <E> what they are
 */
public final class Spares<E extends Spare> {

  private @Nullable E top;

  /** Puts on top what nobody uses any more, and what is in no other chain. */
  public void push(E spare) {
    spare.next = top;
    top = spare;
  }

  /** Takes the one on top; null if there is none. */
  @SuppressWarnings("unchecked") // below one that was pushed are only such
  public @Nullable E pop() {
    E spare = top;
    if (spare != null) {
      top = (E) spare.next;
    }
    return spare;
  }
}
