package io.dmio.testbed;

import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.workload.SectorPlaces;

/** The places of sectors by tables. */
final class MappedPlaces implements SectorPlaces, SectorMap.Visitor {

  private final SectorMap map;
  private long found;

  MappedPlaces(SectorMap map) {
    this.map = map;
  }

  @Override
  public long of(int device, long sector, boolean written) {
    found = NOWHERE;
    map.visit(device, written, sector, 1, this);
    return found;
  }

  @Override
  public void part(Ground ground, int disk, long sector, long count) {
    found = ground == Ground.DISK ? PLAIN.of(disk, sector, true) : NOWHERE;
  }
}
