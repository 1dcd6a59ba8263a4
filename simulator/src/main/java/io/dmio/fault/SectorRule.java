package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.CallNames;
import io.dmio.device.FaultDecision;
import io.dmio.sim.EventKind;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule about sectors of disks. An onset makes the whole place bad, with {@code per: sector} the
 * sectors that were drawn.
 *
 * <p>With {@code ends: on-write} bad sectors never hit what writes them anew (a write or
 * write-zeroes): it heals those that it covers once it has reached the medium. Only the very bio at
 * which a trigger sets in is hit, even if it is a write.
 */
abstract sealed class SectorRule extends Onsets permits MediaErrorEffect, SilentEffect {

  private final int ops;
  private final boolean perSector;
  private final boolean healing;
  private final RuleOnDisk[] rules;
  private boolean onsetNow;

  SectorRule(FaultSpec.OnSectors spec, Simulation simulation, Moments moments, CallNames calls) {
    super(spec, spec.ending(), timesOf(spec), simulation, moments, calls);
    if (spec.extents().isEmpty()) {
      throw new IllegalArgumentException("rule " + spec.name() + " has no sectors");
    }
    ops = FaultOps.bits(spec.ops());
    perSector = spec.trigger().perSector() && !spec.trigger().probability().certain();
    healing = spec.ending().kind() == Ending.Kind.ON_WRITE;
    Map<Integer, List<Extent>> places = new TreeMap<>();
    for (Extent extent : spec.extents()) {
      places.computeIfAbsent(extent.device(), device -> new ArrayList<>()).add(extent);
    }
    rules = new RuleOnDisk[places.size()];
    int made = 0;
    for (Map.Entry<Integer, List<Extent>> sectors : places.entrySet()) {
      rules[made++] = rule(sectors.getKey(), SectorSet.of(sectors.getValue()));
    }
  }

  /** The rule's places, one a device, by device. */
  final List<RuleOnDisk> onDisks() {
    return List.of(rules);
  }

  /** What the rule is about, as bits of {@link FaultOps}. */
  final int ops() {
    return ops;
  }

  /** Whether the rule is about what a bio does. */
  final boolean isAbout(int op) {
    return (ops & op) != 0;
  }

  /**
   * Whether it could do anything to a bio that matches by place and operation; if not, it could not
   * wherever its sectors are bad.
   */
  boolean appliesTo(RuleOnDisk rule, Bio bio, long first, long end) {
    return true;
  }

  /** Whether bios that it hits succeed, and something is wrong with their data. */
  abstract boolean isSilent();

  /** Whether it needs to know what sectors held before. */
  boolean needsOlderContents() {
    return false;
  }

  /** Whether writes heal it. */
  final boolean isHealing() {
    return healing;
  }

  /** Whether sectors are drawn, each alone. */
  final boolean isPerSector() {
    return perSector;
  }

  /**
   * Whether its sectors are bad before anybody has noticed, so that writes may heal them before.
   */
  abstract boolean isLatent();

  /**
   * A bio that matches has come, which is counted; what is drawn once a bio is drawn.
   *
   * @return whether {@link #decide} has to be asked; if not, the rule does not set in at this bio,
   *     and no onset lasts
   */
  final boolean arrived() {
    countMatch();
    onsetNow = false;
    return perSector || draw() || isActive();
  }

  /**
   * Perhaps the rule sets in at the bio that has just arrived.
   *
   * @return whether it, or a rule of its group that sets in with it, may hit the bio
   */
  final boolean decide(RuleOnDisk rule, Bio bio, int op, long first, long end) {
    onsetNow =
        perSector
            ? drawSectors(rule, first, end, mayAdd() && isNamed(bio, rule.device))
            : setsIn(rule, bio, op, first, end);
    if (onsetNow) {
      if (!perSector && healing && !isLatent()) {
        spreadToAll();
      }
      beginOnset();
    }
    return onsetNow || isActive();
  }

  /** How a bio that matches ends by this rule, which is counted. */
  abstract BlockStatus fails(RuleOnDisk rule, Bio bio, int op, long first, long end);

  /** Does to a bio that matches, and that no rule fails, what the rule does, which is counted. */
  abstract void corruption(
      RuleOnDisk rule,
      Bio bio,
      int op,
      long first,
      long end,
      CorruptionPlan plan,
      FaultDecision decision);

  /** Whether an onset is about a bio that matches. */
  final boolean hits(RuleOnDisk rule, int op, long first, long end) {
    if (!isActive() || (healing && FaultOps.heals(op) && !onsetNow)) {
      return false;
    }
    return !rule.bad.isEmpty() && (op == FaultOps.FLUSH || rule.bad.count(first, end) > 0);
  }

  /** Sectors have been written anew. */
  final void written(RuleOnDisk rule, long first, long end) {
    boolean there = isActive() || (isLatent() && isOpen());
    long count = there ? rule.bad.count(first, end) : 0;
    if (count == 0) {
      return;
    }
    recordHeal(rule.device, rule.bad.next(first), count);
    rule.bad.remove(first, end);
    if (isHealed()) {
      endOnset();
    }
  }

  @Override
  final void endOnset() {
    super.endOnset();
    if (perSector) {
      for (RuleOnDisk rule : rules) {
        rule.bad.clear();
      }
    }
  }

  @Override
  final void spreadToAll() {
    for (RuleOnDisk rule : rules) {
      if (rule.bad != rule.sectors) {
        rule.bad.become(rule.sectors);
      }
    }
  }

  @Override
  final void recordOnset() {
    RuleOnDisk rule = rules[0];
    long first = rule.sectors.start(0);
    simulation()
        .record(EventKind.FAULT, number(), rule.device, first, rule.sectors.end(0) - first, NO_BIO);
  }

  @Override
  final void recordEnd() {
    for (RuleOnDisk rule : rules) {
      if (!rule.bad.isEmpty()) {
        recordHeal(rule.device, rule.bad.start(0), rule.bad.size());
      }
    }
  }

  private void recordHeal(int device, long first, long count) {
    simulation().record(EventKind.HEAL, number(), device, first, count, 0);
  }

  private boolean setsIn(RuleOnDisk rule, Bio bio, int op, long first, long end) {
    return !isActive()
        && mayTrigger()
        && isNamed(bio, rule.device)
        && isWhereLatent(rule, op, first, end);
  }

  // What is latent sets in only where it is still bad, and never at what heals it.
  private boolean isWhereLatent(RuleOnDisk rule, int op, long first, long end) {
    return !isLatent()
        || (!FaultOps.heals(op) && (op == FaultOps.FLUSH || rule.bad.count(first, end) > 0));
  }

  private boolean mayAdd() {
    boolean accumulates = healing || ending().kind() == Ending.Kind.NEVER;
    return mayTrigger() && (accumulates || !isActive());
  }

  // Every sector is drawn for, wanted or not, so that conditions do not shift the draws.
  private boolean drawSectors(RuleOnDisk rule, long first, long end, boolean wanted) {
    boolean added = false;
    SectorSet sectors = rule.sectors;
    for (int range = sectors.rangeFrom(first);
        range < sectors.ranges() && sectors.start(range) < end;
        range++) {
      long stop = Math.min(end, sectors.end(range));
      for (long sector = Math.max(first, sectors.start(range)); sector < stop; sector++) {
        if (draw() && wanted && rule.bad.count(sector, sector + 1) == 0) {
          rule.bad.add(sector, sector + 1);
          added = true;
        }
      }
    }
    return added;
  }

  private boolean isHealed() {
    for (RuleOnDisk rule : rules) {
      if (!rule.bad.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private RuleOnDisk rule(int device, SectorSet sectors) {
    return new RuleOnDisk(this, device, sectors, perSector || healing ? new SectorSet() : sectors);
  }

  private static long timesOf(FaultSpec spec) {
    boolean once = isStanding(spec.trigger()) && spec.ending().kind() != Ending.Kind.AT_ONCE;
    return once ? Math.min(1, spec.trigger().times()) : spec.trigger().times();
  }

  /** What a rule has on one device: its place, and what of it is bad while an onset lasts. */
  record RuleOnDisk(SectorRule rule, int device, SectorSet sectors, SectorSet bad) {}
}
