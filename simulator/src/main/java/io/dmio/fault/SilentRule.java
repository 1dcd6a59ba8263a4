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
final class SilentRule extends PlaceRule {

  private final Corruption harm;
  private final @Nullable RandomStream what;

  SilentRule(FaultSpec.Silent spec, Simulation simulation, Moments moments, CallNames calls) {
    super(spec, simulation, moments, calls);
    if (!spec.kind().ops().containsAll(spec.ops())) {
      throw new IllegalArgumentException(
          "rule " + spec.name() + " cannot hit all of " + spec.ops());
    }
    harm = spec.kind().harm();
    what = harm.draws() ? simulation.choices().stream("fault/" + spec.name() + "/what") : null;
  }

  @Override
  boolean wantsOlder() {
    return harm.wantsOlder();
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
  boolean fits(Part part, Bio bio, long first, long end) {
    return harm.fits(bio, part.place(), first, end);
  }

  @Override
  BlockStatus fails(Part part, Bio bio, int op, long first, long end) {
    return BlockStatus.OK;
  }

  @Override
  void harm(
      Part part,
      Bio bio,
      int op,
      long first,
      long end,
      CorruptionPlan mischief,
      FaultDecision decision) {
    if (!hits(part, op, first, end) || !harm.fits(bio, part.bad(), first, end)) {
      return;
    }
    harm.decide(decision, number());
    if (harm.works()) {
      SectorSet sectors = wound(part, first, end, mischief).sectors();
      hit(part.device(), sectors.start(0), sectors.size(), bio.number());
    } else {
      SectorSet bad = part.bad();
      boolean flush = op == FaultOps.FLUSH;
      long from = flush ? bad.start(0) : bad.next(first);
      hit(part.device(), from, bad.count(first, end), bio.number());
    }
  }

  private CorruptionHit wound(Part part, long first, long end, CorruptionPlan mischief) {
    CorruptionHit wound = mischief.wound(harm, number(), what == null ? 0 : what.next());
    wound.sectors().becomePart(part.bad(), first, end);
    if (harm.hitsOneSector() && !isPerSector()) {
      wound.narrow();
    }
    return wound;
  }
}
