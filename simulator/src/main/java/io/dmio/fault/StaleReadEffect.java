package io.dmio.fault;

/** Lets reads deliver what was there before the last write. */
final class StaleReadEffect implements SectorCorruption {

  @Override
  public boolean usesChance() {
    return false;
  }

  @Override
  public boolean needsOlderContents() {
    return true;
  }

  @Override
  public void corrupt(long sector, CorruptionHit hit, BioPayload payload) {
    if (payload.older().has(sector)) {
      payload.set(sector, payload.older().tag(sector));
      payload.reportDamage(sector, 1, hit.rule(), false);
    }
  }
}
