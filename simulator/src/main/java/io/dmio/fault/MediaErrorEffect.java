package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.CallNames;
import io.dmio.device.FaultDecision;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;

/**
 * Bios fail on bad sectors.
 *
 * <p>A standing rule that writes heal and that is about reads is <em>latent</em>: its sectors are
 * bad before anybody has noticed, and may be healed before.
 */
final class MediaErrorEffect extends SectorRule {

  private final BlockStatus status;
  private boolean latent;

  MediaErrorEffect(
      FaultSpec.MediaError spec, Simulation simulation, Moments moments, CallNames calls) {
    super(spec, simulation, moments, calls);
    status = spec.status();
  }

  @Override
  void prepare() {
    super.prepare();
    latent = isHealing() && isStanding() && isAbout(FaultOps.READ);
    if (latent) {
      spreadToAll();
    }
  }

  @Override
  boolean isSilent() {
    return false;
  }

  @Override
  boolean isLatent() {
    return latent;
  }

  @Override
  BlockStatus fails(RuleOnDisk rule, Bio bio, int op, long first, long end) {
    if (!hits(rule, op, first, end)) {
      return BlockStatus.OK;
    }
    SectorSet bad = rule.bad();
    long from = op == FaultOps.FLUSH ? bad.start(0) : bad.next(first);
    hit(rule.device(), from, bad.count(first, end), bio.number());
    return status;
  }

  @Override
  void corruption(
      RuleOnDisk rule,
      Bio bio,
      int op,
      long first,
      long end,
      CorruptionPlan plan,
      FaultDecision decision) {}
}
