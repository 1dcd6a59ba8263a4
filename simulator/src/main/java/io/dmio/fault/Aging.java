package io.dmio.fault;

import io.dmio.block.Bio;

/** Lets reads deliver what was there before the last write. */
final class Aging implements Harm {

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public boolean wantsOlder() {
    return true;
  }

  @Override
  public boolean fits(Bio bio, SectorSet place, long first, long end, OlderContents older) {
    for (int range = place.rangeFrom(first);
        range < place.ranges() && place.start(range) < end;
        range++) {
      long stop = Math.min(end, place.end(range));
      for (long sector = Math.max(first, place.start(range)); sector < stop; sector++) {
        if (older.has(sector)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void work(Wound wound, Cargo cargo) {
    SectorSet sectors = wound.sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        if (cargo.older().has(sector)) {
          cargo.set(sector, cargo.older().tag(sector));
          cargo.declare(sector, 1, wound.rule(), false);
        }
      }
    }
  }
}
