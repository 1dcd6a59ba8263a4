package io.dmio.target;

import io.dmio.block.Bio;
import io.dmio.block.DeviceFront;

/**
 * The way into one target, under the name of its device.
 *
 * @param device the mapped device
 * @param target where bios go
 */
record TargetEntry(MappedDevice device, Target target) implements DeviceFront {

  @Override
  public MappedDevice behind() {
    return device;
  }

  @Override
  public void submit(Bio bio) {
    target.map(bio);
  }
}
