package io.dmio.fault;

/** Lets reads deliver what was there before the last write. */
final class StaleReadEffect implements SectorCorruption {

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public boolean wantsOlder() {
    return true;
  }

  @Override
  public void work(long sector, CorruptionHit wound, BioPayload cargo) {
    if (cargo.older().has(sector)) {
      cargo.set(sector, cargo.older().tag(sector));
      cargo.declare(sector, 1, wound.rule(), false);
    }
  }
}
