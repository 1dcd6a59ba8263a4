package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.DeviceFront;

/**
 * The way into one target, under the name of its device.
 *
 * @param device the mapped device
 * @param target where bios go
 * @param flush which of its flushes comes in here, or {@link #DATA}
 */
record TargetEntry(MappedDevice device, Target target, int flush) implements DeviceFront {

  /** What comes in here is no flush. */
  static final int DATA = -1;

  @Override
  public MappedDevice behind() {
    return device;
  }

  @Override
  public void submit(Bio bio) {
    if (flush == DATA) {
      target.map(bio);
    } else {
      target.mapFlush(bio, flush);
    }
  }
}
