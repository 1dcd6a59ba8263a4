package io.dmio.ledger;

import io.dmio.block.Bio;

/** Follows the bios between the engine and the devices. */
public interface BioWatch {

  /** A bio goes to its device. */
  default void submitted(TappedBio tapped, Bio bio) {}

  /** A bio has ended; its owner does not know yet. */
  default void ended(TappedBio tapped, Bio bio) {}

  /** The host has died while a bio was under way: it never ends. */
  default void lost(TappedBio tapped) {}

  /** A bio is submitted to a region of a call that is over. */
  default void strayed(Bio bio) {}

  /** Tells this one first, then another. */
  default BioWatch and(BioWatch next) {
    return new BioWatchPair(this, next);
  }
}
