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

  private final Harm harm;
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
  boolean isLatent() {
    return false;
  }

  @Override
  boolean fits(Part part, Bio bio, long first, long end, OlderContents older) {
    return harm.fits(bio, part.place(), first, end, older);
  }

  @Override
  BlockStatus fails(Part part, Bio bio, int op, long first, long end) {
    return BlockStatus.OK;
  }

  @Override
  void harm(
      Part part, Bio bio, int op, long first, long end, Mischief mischief, FaultDecision decision) {
    if (!hits(part, op, first, end)) {
      return;
    }
    Wound wound = mischief.wound(harm, number(), what == null ? 0 : what.next());
    wound.sectors().becomePart(part.bad(), first, end);
    if (harm.hitsOneSector() && !isPerSector()) {
      wound.narrow();
    }
    boolean none = wound.sectors().isEmpty();
    long from = none ? part.bad().start(0) : wound.sectors().start(0);
    hit(part.device(), from, none ? 0 : wound.sectors().size(), bio.number());
    harm.strike(decision);
  }
}
