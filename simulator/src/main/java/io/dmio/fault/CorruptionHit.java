package io.dmio.fault;

/** One hit of a silent rule at one bio; reused. */
final class CorruptionHit {

  private static final Corruption HARMLESS =
      new Corruption() {
        @Override
        public boolean draws() {
          return false;
        }

        @Override
        public void corrupt(CorruptionHit hit, BioPayload payload) {}
      };

  private final SectorSet sectors = new SectorSet();
  private final DerivedDraws draws = new DerivedDraws();
  private Corruption corruption = HARMLESS;
  private int rule;

  /** Begins; its sectors are still those of its last use. */
  void begin(Corruption does, int number, long draw) {
    corruption = does;
    rule = number;
    draws.from(draw);
  }

  /** The sectors that are hit. */
  SectorSet sectors() {
    return sectors;
  }

  /** What is left to chance. */
  DerivedDraws draws() {
    return draws;
  }

  /** The number of the rule. */
  int rule() {
    return rule;
  }

  /** Only one of the sectors is hit, which is drawn. */
  void narrowToOneSector() {
    long sector = sectors.at(draws.below(sectors.size()));
    sectors.clear();
    sectors.add(sector, sector + 1);
  }

  /** Works on the data of the bio. */
  void corrupt(BioPayload payload) {
    corruption.corrupt(this, payload);
  }
}
