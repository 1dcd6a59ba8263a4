package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;

/**
 * Where a target's sectors lie.
 *
 * @param device the device below
 * @param begin the target's first sector on the mapped device
 * @param offset the sector of {@code device} that belongs to {@code begin}
 */
public record LowerRange(BlockDevice device, long begin, long offset) {

  /** The sector below. */
  public long sector(long mapped) {
    return offset + (mapped - begin);
  }

  /** Passes a piece on to where its sectors lie. */
  void pass(Bio piece) {
    piece.remap(sector(piece.sector()));
    passAt(piece, device);
  }

  /** Passes a piece on as it is. */
  static void passAt(Bio piece, BlockDevice device) {
    piece.setDevice(device);
    device.submit(piece);
  }
}
