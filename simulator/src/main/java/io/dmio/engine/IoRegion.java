package io.dmio.engine;

import io.dmio.block.BlockDevice;

/**
 * A range of sectors of one device.
 *
 * @param device the device
 * @param sector its first sector
 * @param count its sectors; 0: nothing is done, and the region's bit stays 0
 */
public record IoRegion(BlockDevice device, long sector, long count) {

  /** Checks that neither is negative. */
  public IoRegion(BlockDevice device, long sector, long count) {
    this.device = device;
    this.sector = sector;
    this.count = count;
    if (sector < 0 || count < 0) {
      throw new IllegalArgumentException("negative region: " + sector + "+" + count);
    }
  }
}
