package io.dmio.block;

/** What sectors hold before anybody writes them. */
@FunctionalInterface
public interface SectorContent {

  /** Zeroes everywhere. */
  SectorContent ZERO = sector -> Tags.ZERO;

  /** The pattern of a number, see {@link Tags#pattern}. */
  static SectorContent pattern(int number) {
    return sector -> Tags.pattern(number, sector);
  }

  /** The tag of a sector. */
  long tag(long sector);
}
