package io.dmio.check;

import java.util.List;

/**
 * Finds out whether a call's memory is used twice at once, by itself or by others. What such memory
 * holds depends on who comes last, and is the callers' affair.
 */
final class SharedMemory {

  private SharedMemory() {}

  /** Whether a piece of a call's memory is also another piece of it, or of a call in flight. */
  static boolean isShared(OpenCall call, List<Flight> flights) {
    Extents extents = call.extents();
    if (extents.overlapThemselves()) {
      return true;
    }
    OpenCall last = call;
    for (Flight flight : flights) {
      if (flight.isOpen() && flight.call() != last && flight.call() != call) {
        last = flight.call();
        if (extents.overlap(last.extents())) {
          return true;
        }
      }
    }
    return false;
  }
}
