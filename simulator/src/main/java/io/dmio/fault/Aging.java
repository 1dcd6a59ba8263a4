package io.dmio.fault;

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
