package io.dmio.fault;

/** A kind of silent fault that works on every sector by itself. */
interface SectorCorruption extends Corruption {

  /** Works on one sector of the data of a bio that is about to end. */
  void work(long sector, CorruptionHit wound, BioPayload cargo);

  @Override
  default void work(CorruptionHit wound, BioPayload cargo) {
    SectorSet sectors = wound.sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        work(sector, wound, cargo);
      }
    }
  }
}
