package io.dmio.fault;

/** What one silent rule does to one bio: which sectors it hits, and how; reused. */
final class CorruptionHit {

  private final SectorSet sectors = new SectorSet();
  private final DerivedDraws draws = new DerivedDraws();
  private int rule;

  /**
   * Starts without sectors.
   *
   * @param number of the rule
   * @param draw what its draws follow from
   */
  void begin(int number, long draw) {
    rule = number;
    sectors.clear();
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

  /** Keeps only one of the sectors, which is drawn. */
  void narrowToOneSector() {
    long sector = sectors.at(draws.below(sectors.size()));
    sectors.clear();
    sectors.add(sector, sector + 1);
  }
}
