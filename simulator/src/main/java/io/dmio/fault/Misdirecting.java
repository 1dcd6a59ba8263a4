package io.dmio.fault;

/** Lets data go to, or come from, the wrong place. */
final class Misdirecting implements Harm {

  private final Misdirection to;

  Misdirecting(Misdirection to) {
    this.to = to;
  }

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public void work(Wound wound, Cargo cargo) {
    SectorSet sectors = wound.sectors();
    long from = sectors.start(0);
    long shift = to.shift(from, sectors.end(sectors.ranges() - 1) - from);
    boolean read = cargo.isRead();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        if (read) {
          cargo.set(sector, cargo.surface().tag(sector + shift));
        } else if (cargo.isUnderWay(sector)) {
          cargo.stray(sector + shift, cargo.tag(sector));
          cargo.drop(sector);
        }
      }
      long count = sectors.end(range) - sectors.start(range);
      cargo.declare(sectors.start(range), count, wound.rule(), !read);
      if (!read) {
        cargo.declare(sectors.start(range) + shift, count, wound.rule(), true);
      }
    }
  }
}
