package io.dmio.fault;

/** Lets data go to, or come from, the wrong place. */
final class MisdirectionEffect implements Corruption {

  private final Misdirection to;

  MisdirectionEffect(Misdirection to) {
    this.to = to;
  }

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public void work(CorruptionHit wound, BioPayload cargo) {
    SectorSet sectors = wound.sectors();
    long from = sectors.start(0);
    long shift = to.shift(from, sectors.end(sectors.ranges() - 1) - from);
    boolean read = cargo.isRead();
    for (int range = 0; range < sectors.ranges(); range++) {
      long first = sectors.start(range);
      long end = sectors.end(range);
      if (read) {
        fetch(first, end, shift, cargo);
      } else {
        cargo.stray(first, end, shift);
        cargo.declare(first + shift, end - first, wound.rule(), true);
      }
      cargo.declare(first, end - first, wound.rule(), !read);
    }
  }

  private static void fetch(long first, long end, long shift, BioPayload cargo) {
    for (long sector = first; sector < end; sector++) {
      cargo.set(sector, cargo.surface().tag(sector + shift));
    }
  }
}
