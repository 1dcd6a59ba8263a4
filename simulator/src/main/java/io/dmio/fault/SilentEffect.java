package io.dmio.fault;

import io.dmio.block.BlockStatus;
import io.dmio.device.FaultDecision;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Bios succeed, and something is wrong with their data.
 *
 * <p>What is left to chance at a hit follows from one draw of the stream {@code fault/NAME/what}.
 */
final class SilentEffect implements SectorEffect {

  private final int rule;
  private final Corruption corruption;
  private final @Nullable RandomStream what;
  private final boolean oneSector;

  SilentEffect(FaultSpec.Silent spec, Simulation simulation) {
    if (!spec.kind().ops().containsAll(spec.ops())) {
      throw new IllegalArgumentException(
          "rule " + spec.name() + " cannot hit all of " + spec.ops());
    }
    rule = spec.number();
    corruption = spec.kind().corruption();
    what =
        corruption.usesChance()
            ? simulation.choices().stream("fault/" + spec.name() + "/what")
            : null;
    oneSector = corruption.hitsOneSector() && !spec.trigger().drawsEachSector();
  }

  @Override
  public BlockStatus status() {
    return BlockStatus.OK;
  }

  @Override
  public boolean appliesTo(SectorAccess access, SectorSet sectors) {
    return corruption.appliesTo(access, sectors);
  }

  @Override
  public boolean needsOlderContents() {
    return corruption.needsOlderContents();
  }

  @Override
  public SectorSet corrupt(
      SectorAccess access, SectorSet bad, CorruptionPlan plan, FaultDecision decision) {
    corruption.decide(decision, rule);
    return corruption.changesData() ? add(access, bad, plan).sectors() : bad;
  }

  private CorruptionHit add(SectorAccess access, SectorSet bad, CorruptionPlan plan) {
    CorruptionHit hit = plan.add(corruption, rule, what == null ? 0 : what.next());
    hit.sectors().becomePart(bad, access.first(), access.end());
    if (oneSector) {
      hit.narrowToOneSector();
    }
    return hit;
  }
}
