package io.dmio.fault;

import io.dmio.block.BlockStatus;
import io.dmio.device.FaultDecision;
import io.dmio.sim.Simulation;

/** What a rule about sectors does to the bios that it hits: they fail, or their data is wrong. */
sealed interface SectorEffect permits MediaErrorEffect, SilentEffect {

  /**
   * The effect of a rule.
   *
   * @throws IllegalArgumentException if the rule is about operations that its kind cannot hit
   */
  static SectorEffect of(FaultSpec.OnSectors spec, Simulation simulation) {
    if (spec instanceof FaultSpec.MediaError error) {
      return new MediaErrorEffect(error.status());
    }
    if (spec instanceof FaultSpec.Silent silent) {
      return new SilentEffect(silent, simulation);
    }
    throw new IllegalArgumentException("no effect is known for " + spec);
  }

  /** How the bios end; OK if something is wrong with their data instead. */
  BlockStatus status();

  /** Whether the bios end OK, and something is wrong with their data. */
  default boolean isSilent() {
    return status() == BlockStatus.OK;
  }

  /**
   * Whether it could do anything to a bio that matches by sectors and operation. What it cannot do
   * to a bio in all sectors of its rule, it cannot do in some of them.
   */
  boolean appliesTo(SectorAccess access, SectorSet sectors);

  /** Whether it needs to know what sectors held before their last write. */
  boolean needsOlderContents();

  /**
   * Lets something be wrong with the data of a bio that no rule fails.
   *
   * @param bad the bad sectors of the rule, some of them under the bio
   * @param plan says what happens to the data when the bio ends
   * @param decision says what becomes of the bio
   * @return a set whose sectors under the bio are hit
   */
  SectorSet corrupt(
      SectorAccess access, SectorSet bad, CorruptionPlan plan, FaultDecision decision);
}
