package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.DeviceFront;

/**
 * Hands pieces to a target, in place of its device.
 *
 * @param device the mapped device
 * @param target takes the pieces
 * @param flush which of the target's flushes come this way, or {@link #DATA}
 */
record TargetEntry(MappedDevice device, Target target, int flush) implements DeviceFront {

  /** No flushes come this way. */
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
