package io.dmio.ledger;

import io.dmio.block.Bio;

/** Follows the pieces of bios at disks. */
public interface PieceWatch {

  /**
   * A piece comes to its disk, which has not seen it yet.
   *
   * @param whole whether it is its bio itself, which came to the disk unchanged: it ends with that,
   *     and not by itself
   */
  default void arrived(TappedBio piece, boolean whole) {}

  /** A piece has ended at its disk; nobody above knows yet. */
  default void ended(TappedBio piece, Bio bio) {}
}
