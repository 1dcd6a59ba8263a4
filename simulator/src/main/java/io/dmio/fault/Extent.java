package io.dmio.fault;

/**
 * Sectors of one device that a rule is about.
 *
 * @param device the device's number
 * @param first the first sector
 * @param count how many
 */
public record Extent(int device, long first, long count) {

  /** Whether a range on the same device overlaps. */
  public boolean overlaps(long sector, long sectors) {
    return sector < first + count && first < sector + sectors;
  }
}
