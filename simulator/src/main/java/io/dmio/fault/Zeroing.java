package io.dmio.fault;

import io.dmio.block.Tags;

/** Zeroes what is stored. */
final class Zeroing implements SectorHarm {

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public boolean hitsOneSector() {
    return true;
  }

  @Override
  public void work(long sector, Wound wound, Cargo cargo) {
    cargo.spoil(sector, Tags.ZERO);
    cargo.declare(sector, 1, wound.rule(), true);
  }
}
