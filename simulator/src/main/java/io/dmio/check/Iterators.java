package io.dmio.check;

import io.dmio.block.Sectors;
import io.dmio.target.SectorMap;
import java.util.List;

/**
 * Where a device leaves the iterator of a bio that fails: what the engine zeroes begins there.
 *
 * <p>A bio that reaches past the end is failed before anybody moves it. A driver of bios leaves it
 * where it was, one of requests at the end. A stacked device leaves it where its last piece begins.
 */
final class Iterators {

  private final SectorMap map;
  private final List<Medium> media;

  Iterators(CheckedDevices devices) {
    map = devices.map();
    media = devices.media();
  }

  /** How many bytes of the bio are before its iterator. */
  int done(Flight flight) {
    long behind = flight.sector() + Sectors.covering(flight.bytes());
    int device = flight.device();
    if (map.isStacked(device)) {
      return behind > map.table(device).sectors() ? 0 : doneOfTable(flight, behind);
    }
    Medium disk = media.get(device);
    return disk.takesRequests() && behind <= disk.sectors() ? flight.bytes() : 0;
  }

  private int doneOfTable(Flight flight, long behind) {
    long last = map.lastPiece(flight.device(), flight.sector(), behind - 1);
    return (int) Sectors.toBytes(last - flight.sector());
  }
}
