package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.CallNames;
import io.dmio.device.FaultDecision;
import io.dmio.sim.Moments;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Bios succeed, and something is wrong with their data.
 *
 * <p>What is left to chance at a hit follows from one draw of the stream {@code fault/NAME/what}.
 */
final class SilentEffect extends SectorRule {

  private final Corruption corruption;
  private final @Nullable RandomStream what;

  SilentEffect(FaultSpec.Silent spec, Simulation simulation, Moments moments, CallNames calls) {
    super(spec, simulation, moments, calls);
    if (!spec.kind().ops().containsAll(spec.ops())) {
      throw new IllegalArgumentException(
          "rule " + spec.name() + " cannot hit all of " + spec.ops());
    }
    corruption = spec.kind().corruption();
    what =
        corruption.draws() ? simulation.choices().stream("fault/" + spec.name() + "/what") : null;
  }

  @Override
  boolean needsOlderContents() {
    return corruption.needsOlderContents();
  }

  @Override
  boolean isSilent() {
    return true;
  }

  @Override
  boolean isLatent() {
    return false;
  }

  @Override
  boolean appliesTo(RuleOnDisk rule, Bio bio, long first, long end) {
    return corruption.appliesTo(bio, rule.sectors(), first, end);
  }

  @Override
  BlockStatus fails(RuleOnDisk rule, Bio bio, int op, long first, long end) {
    return BlockStatus.OK;
  }

  @Override
  void corruption(
      RuleOnDisk rule,
      Bio bio,
      int op,
      long first,
      long end,
      CorruptionPlan plan,
      FaultDecision decision) {
    if (!hits(rule, op, first, end) || !corruption.appliesTo(bio, rule.bad(), first, end)) {
      return;
    }
    corruption.decide(decision, number());
    if (corruption.changesData()) {
      SectorSet sectors = hit(rule, first, end, plan).sectors();
      hit(rule.device(), sectors.start(0), sectors.size(), bio.number());
    } else {
      SectorSet bad = rule.bad();
      boolean flush = op == FaultOps.FLUSH;
      long from = flush ? bad.start(0) : bad.next(first);
      hit(rule.device(), from, bad.count(first, end), bio.number());
    }
  }

  private CorruptionHit hit(RuleOnDisk rule, long first, long end, CorruptionPlan plan) {
    CorruptionHit hit = plan.hit(corruption, number(), what == null ? 0 : what.next());
    hit.sectors().becomePart(rule.bad(), first, end);
    if (corruption.hitsOneSector() && !isPerSector()) {
      hit.narrowToOneSector();
    }
    return hit;
  }
}
