package io.dmio.testbed;

import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.workload.SectorPlaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which sectors are the same, by the tables: a write goes to every place of its sector, and a read
 * looks at one of those of its own.
 *
 * @param map where the sectors of all devices lie
 */
record MappedPlaces(SectorMap map) implements SectorPlaces {

  private record Place(int disk, long sector) {}

  @Override
  public boolean meet(int device, long sector, int written, long writtenSector) {
    return !Collections.disjoint(
        places(device, false, sector), places(written, true, writtenSector));
  }

  private List<Place> places(int device, boolean write, long sector) {
    List<Place> places = new ArrayList<>();
    map.visit(
        device,
        write,
        sector,
        1,
        (ground, disk, first, count, offset) -> {
          if (ground == Ground.DISK) {
            places.add(new Place(disk, first));
          }
        });
    return places;
  }
}
