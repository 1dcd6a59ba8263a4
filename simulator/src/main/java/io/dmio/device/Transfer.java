package io.dmio.device;

import io.dmio.block.Bio;

/** Moves the data of a bio that is finished, in place of what the disk would do. */
@FunctionalInterface
public interface Transfer {

  /**
   * Moves it, wrongly perhaps. Runs once, just before the bio ends OK, in the order of ends.
   *
   * @param bio a bio that was shown to the faults of the disk when it arrived
   * @param media what the disk holds
   */
  void run(Bio bio, DiskMedia media);
}
