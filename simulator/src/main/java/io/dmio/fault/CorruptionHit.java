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
        public void work(CorruptionHit wound, BioPayload cargo) {}
      };

  private final SectorSet sectors = new SectorSet();
  private final DerivedDraws dice = new DerivedDraws();
  private Corruption harm = HARMLESS;
  private int rule;

  /** Begins; its sectors are still those of its last use. */
  void begin(Corruption does, int number, long draw) {
    harm = does;
    rule = number;
    dice.from(draw);
  }

  /** The sectors that are hit. */
  SectorSet sectors() {
    return sectors;
  }

  /** What is left to chance. */
  DerivedDraws dice() {
    return dice;
  }

  /** The number of the rule. */
  int rule() {
    return rule;
  }

  /** Only one of the sectors is hit, which is drawn. */
  void narrow() {
    long sector = sectors.at(dice.below(sectors.size()));
    sectors.clear();
    sectors.add(sector, sector + 1);
  }

  /** Works on the data of the bio. */
  void work(BioPayload cargo) {
    harm.work(this, cargo);
  }
}
