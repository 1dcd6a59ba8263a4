package io.dmio.workload;

/** Tells which sectors of two devices are the same, as those of a device that stands on others. */
@FunctionalInterface
public interface SectorPlaces {

  /** Nothing stands on anything. */
  SectorPlaces PLAIN =
      (device, sector, written, writtenSector) -> device == written && sector == writtenSector;

  /**
   * Whether a read of a sector may find there what a write to a sector has put there.
   *
   * @param device the number of the device that is read
   * @param sector a sector of it
   * @param written the number of the device that was written
   * @param writtenSector a sector of that
   */
  boolean meet(int device, long sector, int written, long writtenSector);
}
