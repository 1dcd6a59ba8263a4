package io.dmio.fault;

/** A kind of silent fault that works on every sector by itself. */
interface SectorCorruption extends Corruption {

  /** Works on one sector of the data of a bio that is about to end. */
  void corrupt(long sector, CorruptionHit hit, BioPayload payload);

  @Override
  default void corrupt(CorruptionHit hit, BioPayload payload) {
    SectorSet sectors = hit.sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        corrupt(sector, hit, payload);
      }
    }
  }
}
