package io.dmio.conformance;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.DeviceFront;

/**
 * Between the engine and a device: shows an operation its bios.
 *
 * @param device where bios go
 * @param op whose bios they are
 */
record CaseTap(BlockDevice device, CaseOp op) implements DeviceFront {

  @Override
  public BlockDevice behind() {
    return device;
  }

  @Override
  public void submit(Bio bio) {
    op.submitted(bio, device);
    device.submit(bio);
  }
}
