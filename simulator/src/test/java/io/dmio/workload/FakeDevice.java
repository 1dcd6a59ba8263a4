package io.dmio.workload;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.QueueLimits;

/** A device of which only the number and the name matter. */
record FakeDevice(int id, String name, long sectors) implements BlockDevice {

  @Override
  public QueueLimits limits() {
    return QueueLimits.UNLIMITED;
  }

  @Override
  public void submit(Bio bio) {
    throw new AssertionError("nothing is submitted here");
  }
}
