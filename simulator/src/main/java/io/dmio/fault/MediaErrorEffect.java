package io.dmio.fault;

import io.dmio.block.BlockStatus;
import io.dmio.device.FaultDecision;

/**
 * Bios fail on bad sectors.
 *
 * @param status how they end, which is not OK
 */
record MediaErrorEffect(BlockStatus status) implements SectorEffect {

  /** Checks that it is an error. */
  MediaErrorEffect {
    if (status == BlockStatus.OK) {
      throw new IllegalArgumentException("a media error cannot end bios as " + status);
    }
  }

  @Override
  public boolean appliesTo(SectorAccess access, SectorSet sectors) {
    return true;
  }

  @Override
  public boolean needsOlderContents() {
    return false;
  }

  @Override
  public SectorSet corrupt(
      SectorAccess access, SectorSet bad, CorruptionPlan plan, FaultDecision decision) {
    throw new IllegalStateException("a media error was asked to corrupt data, not to fail a bio");
  }
}
