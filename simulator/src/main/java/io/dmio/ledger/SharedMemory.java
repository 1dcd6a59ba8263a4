package io.dmio.ledger;

import java.util.List;

/**
 * Finds out whether a call's memory is used twice at once, by itself or by others. What such memory
 * holds depends on who comes last, and is the callers' affair.
 */
public final class SharedMemory {

  private SharedMemory() {}

  /** Whether a piece of a call's memory is also another piece of it, or of a call in flight. */
  public static boolean isShared(ObservedCall call, List<TappedBio> slots) {
    MemoryExtents extents = call.extents();
    if (extents.overlapThemselves()) {
      return true;
    }
    ObservedCall last = call;
    for (TappedBio tapped : slots) {
      if (tapped.isOpen() && tapped.call() != last && tapped.call() != call) {
        last = tapped.call();
        if (extents.overlap(last.extents())) {
          return true;
        }
      }
    }
    return false;
  }
}
