package io.dmio.fault;

/** Lets reads deliver what was there before the last write. */
final class Aging implements SectorHarm {

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public boolean wantsOlder() {
    return true;
  }

  @Override
  public void work(long sector, Wound wound, Cargo cargo) {
    if (cargo.older().has(sector)) {
      cargo.set(sector, cargo.older().tag(sector));
      cargo.declare(sector, 1, wound.rule(), false);
    }
  }
}
