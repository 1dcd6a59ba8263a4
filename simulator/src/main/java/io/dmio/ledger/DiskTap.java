package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.DeviceFront;

/**
 * Stands right before a disk, after all tables and queues, and tells what comes to it and when. It
 * changes nothing.
 */
record DiskTap(BlockDevice behind, PieceTap tap) implements DeviceFront {

  @Override
  public void submit(Bio bio) {
    tap.arrived(behind.id(), bio);
    behind.submit(bio);
  }
}
