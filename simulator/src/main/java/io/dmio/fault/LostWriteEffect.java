package io.dmio.fault;

/** Drops new data. */
final class LostWriteEffect implements Corruption {

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public void work(CorruptionHit wound, BioPayload cargo) {
    SectorSet sectors = wound.sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        cargo.drop(sector);
        cargo.declare(sector, 1, wound.rule(), true);
      }
    }
  }
}
