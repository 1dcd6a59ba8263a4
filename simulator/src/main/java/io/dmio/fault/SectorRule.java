package io.dmio.fault;

import io.dmio.sim.EventKind;
import io.dmio.sim.Invariant;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule about sectors of disks. An onset makes all of them bad, with {@code per: sector} those
 * that were drawn.
 *
 * <p>With {@code ends: on-write} bad sectors never hit what rewrites them (a write or
 * write-zeroes): it heals those that it covers once it has reached the medium. Only the very bio at
 * which a trigger sets in is hit, even if it is a write.
 *
 * <p>A standing media error that writes heal and that is about reads is <em>latent</em>: its
 * sectors are bad before anybody has noticed, and may be healed before.
 */
final class SectorRule implements OnsetScope {

  private final Onsets onsets;
  private final SectorEffect effect;
  private final Simulation simulation;
  private final int ops;
  private final boolean drawsEachSector;
  private final boolean healing;
  private final boolean endless;
  private final RuleOnDisk[] onDisks;
  private boolean latent;

  /** Makes a rule that has not set in. */
  SectorRule(FaultSpec.OnSectors spec, RuleContext context) {
    if (spec.extents().isEmpty()) {
      throw new IllegalArgumentException("rule " + spec.name() + " has no sectors");
    }
    simulation = context.simulation();
    onsets = new Onsets(spec, spec.ending(), this, context);
    effect = SectorEffect.of(spec, simulation);
    ops = FaultOps.bits(spec.ops());
    drawsEachSector = spec.trigger().drawsEachSector();
    healing = spec.ending().kind() == Ending.Kind.ON_WRITE;
    endless = spec.ending().kind() == Ending.Kind.NEVER;
    Map<Integer, List<Extent>> places = new TreeMap<>();
    for (Extent extent : spec.extents()) {
      places.computeIfAbsent(extent.device(), device -> new ArrayList<>()).add(extent);
    }
    onDisks =
        places.entrySet().stream()
            .map(place -> new RuleOnDisk(this, place.getKey(), SectorSet.of(place.getValue())))
            .toArray(RuleOnDisk[]::new);
  }

  /** When it sets in, and for how long. */
  Onsets onsets() {
    return onsets;
  }

  /** What it does to bios. */
  SectorEffect effect() {
    return effect;
  }

  /** The rule on each of its disks, by device. */
  List<RuleOnDisk> onDisks() {
    return List.of(onDisks);
  }

  /** What the rule is about, as bits of {@link FaultOps}. */
  int ops() {
    return ops;
  }

  /** Whether writes heal it. */
  boolean isHealing() {
    return healing;
  }

  /** Whether each sector is drawn for. */
  boolean drawsEachSector() {
    return drawsEachSector;
  }

  /** Whether its sectors are bad before anybody has noticed. */
  boolean isLatent() {
    return latent;
  }

  /** Whether sectors can be bad just now. */
  boolean mayHaveBadSectors() {
    return onsets.isActive() || (latent && onsets.isOpen());
  }

  /** Whether sectors that are drawn now become bad. */
  boolean mayAddSectors() {
    return onsets.mayTrigger() && (healing || endless || !onsets.isActive());
  }

  /** Ends the onset if no sector is bad any more. */
  void endIfHealed() {
    for (RuleOnDisk onDisk : onDisks) {
      if (!onDisk.isHealed()) {
        return;
      }
    }
    onsets.end();
  }

  @Override
  public void prepared() {
    latent = !effect.isSilent() && healing && onsets.isStanding() && (ops & FaultOps.READ) != 0;
    if (latent) {
      spread();
    }
  }

  @Override
  public void spread() {
    for (RuleOnDisk onDisk : onDisks) {
      onDisk.spread();
    }
  }

  @Override
  public void ended() {
    if (drawsEachSector) {
      for (RuleOnDisk onDisk : onDisks) {
        onDisk.clear();
      }
    }
  }

  @Override
  public void recordOnset() {
    RuleOnDisk onDisk = onDisks[0];
    long first = onDisk.sectors().start(0);
    long count = onDisk.sectors().end(0) - first;
    int device = onDisk.device();
    simulation.record(EventKind.FAULT, onsets.number(), device, first, count, Onsets.NO_BIO);
  }

  @Override
  public void recordEnd() {
    for (RuleOnDisk onDisk : onDisks) {
      onDisk.recordEnd();
    }
  }

  /** Records that sectors of a disk are not bad any more. */
  void recordHeal(int device, long first, long count) {
    Invariant.holds(count > 0, "no sector heals", count);
    simulation.record(EventKind.HEAL, onsets.number(), device, first, count, 0);
  }
}
