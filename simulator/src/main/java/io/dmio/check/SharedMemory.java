package io.dmio.check;

import io.dmio.engine.IoMemory;
import java.util.List;

/**
 * Finds out whether a call's memory is used twice at once, by itself or by others. What such memory
 * holds depends on who comes last, and is the callers' affair.
 */
final class SharedMemory {

  private SharedMemory() {}

  /** Whether a piece of a call's memory is also another piece of it, or of a call in flight. */
  static boolean isShared(OpenCall call, List<Flight> flights) {
    IoMemory memory = call.request().memory();
    if (overlapsItself(memory)) {
      return true;
    }
    for (Flight flight : flights) {
      boolean other = flight.isOpen() && flight.call() != call;
      if (other && overlap(memory, flight.call().request().memory())) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlapsItself(IoMemory memory) {
    for (int a = 0; a < Layout.pieces(memory); a++) {
      for (int b = a + 1; b < Layout.pieces(memory); b++) {
        if (overlap(memory, a, memory, b)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two layouts have a byte in common. */
  static boolean overlap(IoMemory one, IoMemory other) {
    for (int a = 0; a < Layout.pieces(one); a++) {
      for (int b = 0; b < Layout.pieces(other); b++) {
        if (overlap(one, a, other, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean overlap(IoMemory one, int a, IoMemory other, int b) {
    return Layout.address(one, a) < Layout.address(other, b) + Layout.length(other, b)
        && Layout.address(other, b) < Layout.address(one, a) + Layout.length(one, a);
  }
}
