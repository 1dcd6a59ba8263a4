package io.dmio.fault;

import io.dmio.block.Tags;

/** Zeroes what is stored. */
final class ZeroedSectorEffect implements SectorCorruption {

  @Override
  public boolean usesChance() {
    return true;
  }

  @Override
  public boolean hitsOneSector() {
    return true;
  }

  @Override
  public void corrupt(long sector, CorruptionHit hit, BioPayload payload) {
    payload.corruptStored(sector, Tags.ZERO);
    payload.reportDamage(sector, 1, hit.rule(), true);
  }
}
