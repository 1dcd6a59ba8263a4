package io.dmio.fault;

import io.dmio.block.Tags;

/** Zeroes what is stored. */
final class Zeroing implements Harm {

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public boolean hitsOneSector() {
    return true;
  }

  @Override
  public void work(Wound wound, Cargo cargo) {
    SectorSet sectors = wound.sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        cargo.spoil(sector, Tags.ZERO);
        cargo.declare(sector, 1, wound.rule(), true);
      }
    }
  }
}
