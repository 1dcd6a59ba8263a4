package io.dmio.fault;

import io.dmio.block.Tags;

/** Zeroes what is stored. */
final class ZeroedSectorEffect implements SectorCorruption {

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public boolean hitsOneSector() {
    return true;
  }

  @Override
  public void work(long sector, CorruptionHit wound, BioPayload cargo) {
    cargo.spoil(sector, Tags.ZERO);
    cargo.declare(sector, 1, wound.rule(), true);
  }
}
