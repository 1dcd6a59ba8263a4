package io.dmio.conformance;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.QueueLimits;

/**
 * Between the engine and a device: shows an operation its bios.
 *
 * @param device where bios go
 * @param op whose bios they are
 */
record CaseTap(BlockDevice device, CaseOp op) implements BlockDevice {

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
  public boolean hasWriteCache() {
    return device.hasWriteCache();
  }

  @Override
  public void submit(Bio bio) {
    op.submitted(bio, device);
    device.submit(bio);
  }
}
