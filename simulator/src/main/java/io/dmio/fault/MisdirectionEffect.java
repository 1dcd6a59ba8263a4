package io.dmio.fault;

/** Lets data go to, or come from, the wrong place. */
final class MisdirectionEffect implements Corruption {

  private final Misdirection to;

  MisdirectionEffect(Misdirection to) {
    this.to = to;
  }

  @Override
  public boolean usesChance() {
    return false;
  }

  @Override
  public void corrupt(CorruptionHit hit, BioPayload payload) {
    SectorSet sectors = hit.sectors();
    long from = sectors.start(0);
    long shift = to.shift(from, sectors.end(sectors.ranges() - 1) - from);
    boolean read = payload.isRead();
    for (int range = 0; range < sectors.ranges(); range++) {
      long first = sectors.start(range);
      long end = sectors.end(range);
      if (read) {
        fetch(first, end, shift, payload);
      } else {
        payload.redirect(first, end, shift);
        payload.reportDamage(first + shift, end - first, hit.rule(), true);
      }
      payload.reportDamage(first, end - first, hit.rule(), !read);
    }
  }

  private static void fetch(long first, long end, long shift, BioPayload payload) {
    for (long sector = first; sector < end; sector++) {
      payload.set(sector, payload.media().tag(sector + shift));
    }
  }
}
