package io.dmio.ledger;

import io.dmio.block.Bio;

/** Hears of the ends of bios. */
interface BioEnds {

  /** A bio has ended; its owner does not know yet. */
  void ended(TappedBio tapped, Bio bio);
}
