package io.dmio.fault;

/** A kind of silent fault that works on every sector by itself. */
interface SectorHarm extends Harm {

  /** Works on one sector of the data of a bio that is about to end. */
  void work(long sector, Wound wound, Cargo cargo);

  @Override
  default void work(Wound wound, Cargo cargo) {
    SectorSet sectors = wound.sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        work(sector, wound, cargo);
      }
    }
  }
}
