package io.dmio.workload;

/**
 * Tells whether sectors of two devices are the same, as those of a device that stands on others.
 */
@FunctionalInterface
public interface SectorPlaces {

  /** Nothing stands on anything. */
  SectorPlaces PLAIN = (device, sector, written) -> (long) device << 48 | sector;

  /** Of no sector. */
  long NOWHERE = -1;

  /**
   * A number for what is at the end of the way to a sector; equal for equal ends.
   *
   * @param written whether it is the way of writes; reads may go elsewhere
   * @return the number, or {@link #NOWHERE}: nothing is kept there
   */
  long of(int device, long sector, boolean written);
}
