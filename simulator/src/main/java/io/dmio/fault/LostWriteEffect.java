package io.dmio.fault;

/** Drops new data. */
final class LostWriteEffect implements Corruption {

  @Override
  public boolean usesChance() {
    return false;
  }

  @Override
  public void corrupt(CorruptionHit hit, BioPayload payload) {
    SectorSet sectors = hit.sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        payload.drop(sector);
        payload.reportDamage(sector, 1, hit.rule(), true);
      }
    }
  }
}
