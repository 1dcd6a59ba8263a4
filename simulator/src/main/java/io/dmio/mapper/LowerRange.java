package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;

/**
 * A range of a device below, on which the sectors of a target lie in their order.
 *
 * @param device the device below
 * @param begin the target's first sector, on the mapped device
 * @param offset the sector of {@code device} on which {@code begin} lies
 */
public record LowerRange(BlockDevice device, long begin, long offset) {

  /** The sector below of a sector of the mapped device, which is not before {@code begin}. */
  public long sector(long mapped) {
    return offset + (mapped - begin);
  }

  /** Submits a piece to the sectors below. */
  void pass(Bio piece) {
    piece.remap(sector(piece.sector()));
    passAt(piece, device);
  }

  /** Submits a piece, whose sectors are already those below, to a device. */
  static void passAt(Bio piece, BlockDevice device) {
    piece.setDevice(device);
    device.submit(piece);
  }
}
