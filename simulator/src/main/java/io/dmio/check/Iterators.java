package io.dmio.check;

import io.dmio.block.Sectors;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;

/**
 * Where a device leaves the iterator of a bio that fails: what the engine zeroes begins there.
 *
 * <p>A bio that reaches past the end is failed before anybody moves it. A driver of bios leaves it
 * where it was, one of requests at the end. A stacked device leaves it where its last piece begins.
 */
final class Iterators {

  private final CheckedDevices devices;

  Iterators(CheckedDevices devices) {
    this.devices = devices;
  }

  /** How many bytes of the bio are before its iterator. */
  int done(TappedBio tapped) {
    if (devices.isPastEnd(tapped)) {
      return 0;
    }
    int device = tapped.device();
    SectorMap map = devices.map();
    if (!map.isStacked(device)) {
      return devices.media().get(device).takesRequests() ? tapped.bytes() : 0;
    }
    long last = tapped.sector() + Sectors.covering(tapped.bytes()) - 1;
    long piece = map.lastPiece(device, tapped.sector(), last);
    assert piece >= tapped.sector() && piece <= last : "piece at " + piece + " before " + last;
    return (int) Sectors.toBytes(piece - tapped.sector());
  }
}
