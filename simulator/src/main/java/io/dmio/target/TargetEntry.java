package io.dmio.target;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.QueueLimits;

/**
 * The way into one target, under the name of its device.
 *
 * @param device the mapped device
 * @param target where bios go
 */
record TargetEntry(MappedDevice device, Target target) implements BlockDevice {

  @Override
  public int id() {
    return device.id();
  }

  @Override
  public String name() {
    return device.name();
  }

  @Override
  public long sectors() {
    return device.sectors();
  }

  @Override
  public QueueLimits limits() {
    return device.limits();
  }

  @Override
  public void submit(Bio bio) {
    target.map(bio);
  }
}
