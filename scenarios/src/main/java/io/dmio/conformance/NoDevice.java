package io.dmio.conformance;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.QueueLimits;

/** What a region without sectors may name instead of a device. */
record NoDevice() implements BlockDevice {

  static final NoDevice INSTANCE = new NoDevice();

  @Override
  public int id() {
    return -1;
  }

  @Override
  public String name() {
    return "null";
  }

  @Override
  public long sectors() {
    return 0;
  }

  @Override
  public QueueLimits limits() {
    return QueueLimits.UNLIMITED;
  }

  @Override
  public void submit(Bio bio) {
    throw new CaseException("ops.regions.device", "a bio was sent to a region without a device");
  }
}
