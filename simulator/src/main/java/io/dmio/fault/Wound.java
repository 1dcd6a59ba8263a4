package io.dmio.fault;

/** One hit of a silent rule at one bio; reused. */
final class Wound {

  private static final Harm HARMLESS =
      new Harm() {
        @Override
        public boolean draws() {
          return false;
        }

        @Override
        public void work(Wound wound, Cargo cargo) {}
      };

  private final SectorSet sectors = new SectorSet();
  private final Dice dice = new Dice();
  private Harm harm = HARMLESS;
  private int rule;

  /** Begins; its sectors are still those of its last use. */
  void begin(Harm does, int number, long draw) {
    harm = does;
    rule = number;
    dice.from(draw);
  }

  /** The sectors that are hit. */
  SectorSet sectors() {
    return sectors;
  }

  /** What is left to chance. */
  Dice dice() {
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
  void work(Cargo cargo) {
    harm.work(this, cargo);
  }
}
