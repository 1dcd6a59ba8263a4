package io.dmio.check;

import io.dmio.block.Bio;

/** Hears of the ends of bios. */
interface FlightEnds {

  /** A bio has ended; its owner does not know yet. */
  void ended(Flight flight, Bio bio);
}
