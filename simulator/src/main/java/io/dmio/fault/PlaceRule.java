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
abstract sealed class PlaceRule extends Rule permits MediaRule, SilentRule {

  private final int ops;
  private final boolean perSector;
  private final boolean healing;
  private final Part[] parts;
  private boolean setInNow;

  PlaceRule(FaultSpec.OnSectors spec, Simulation simulation, Moments moments, CallNames calls) {
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
    parts = new Part[places.size()];
    int made = 0;
    for (Map.Entry<Integer, List<Extent>> place : places.entrySet()) {
      parts[made++] = part(place.getKey(), SectorSet.of(place.getValue()));
    }
  }

  /** The rule's places, one a device, by device. */
  final List<Part> parts() {
    return List.of(parts);
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
  boolean fits(Part part, Bio bio, long first, long end) {
    return true;
  }

  /** Whether bios that it hits succeed, and something is wrong with their data. */
  abstract boolean isSilent();

  /** Whether it needs to know what sectors held before. */
  boolean wantsOlder() {
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
    match();
    setInNow = false;
    return perSector || draw() || isActive();
  }

  /**
   * Perhaps the rule sets in at the bio that has just arrived.
   *
   * @return whether it, or a rule of its group that sets in with it, may hit the bio
   */
  final boolean decide(Part part, Bio bio, int op, long first, long end) {
    setInNow =
        perSector
            ? drawSectors(part, first, end, mayAdd() && isNamed(bio, part.device))
            : setsIn(part, bio, op, first, end);
    if (setInNow) {
      if (!perSector && healing && !isLatent()) {
        spread();
      }
      setIn();
    }
    return setInNow || isActive();
  }

  /** How a bio that matches ends by this rule, which is counted. */
  abstract BlockStatus fails(Part part, Bio bio, int op, long first, long end);

  /** Does to a bio that matches, and that no rule fails, what the rule does, which is counted. */
  abstract void harm(
      Part part,
      Bio bio,
      int op,
      long first,
      long end,
      CorruptionPlan mischief,
      FaultDecision decision);

  /** Whether an onset is about a bio that matches. */
  final boolean hits(Part part, int op, long first, long end) {
    if (!isActive() || (healing && FaultOps.heals(op) && !setInNow)) {
      return false;
    }
    return !part.bad.isEmpty() && (op == FaultOps.FLUSH || part.bad.count(first, end) > 0);
  }

  /** Sectors have been written anew. */
  final void written(Part part, long first, long end) {
    boolean there = isActive() || (isLatent() && isOpen());
    long count = there ? part.bad.count(first, end) : 0;
    if (count == 0) {
      return;
    }
    recordHeal(part.device, part.bad.next(first), count);
    part.bad.remove(first, end);
    if (isHealed()) {
      over();
    }
  }

  @Override
  final void over() {
    super.over();
    if (perSector) {
      for (Part part : parts) {
        part.bad.clear();
      }
    }
  }

  @Override
  final void spread() {
    for (Part part : parts) {
      if (part.bad != part.place) {
        part.bad.become(part.place);
      }
    }
  }

  @Override
  final void recordOnset() {
    Part part = parts[0];
    long first = part.place.start(0);
    simulation()
        .record(EventKind.FAULT, number(), part.device, first, part.place.end(0) - first, NO_BIO);
  }

  @Override
  final void recordEnd() {
    for (Part part : parts) {
      if (!part.bad.isEmpty()) {
        recordHeal(part.device, part.bad.start(0), part.bad.size());
      }
    }
  }

  private void recordHeal(int device, long first, long count) {
    simulation().record(EventKind.HEAL, number(), device, first, count, 0);
  }

  private boolean setsIn(Part part, Bio bio, int op, long first, long end) {
    return !isActive() && mayTrigger() && isNamed(bio, part.device) && wakes(part, op, first, end);
  }

  // What is latent sets in only where it is still bad, and never at what heals it.
  private boolean wakes(Part part, int op, long first, long end) {
    return !isLatent()
        || (!FaultOps.heals(op) && (op == FaultOps.FLUSH || part.bad.count(first, end) > 0));
  }

  private boolean mayAdd() {
    boolean accumulates = healing || ending().kind() == Ending.Kind.NEVER;
    return mayTrigger() && (accumulates || !isActive());
  }

  // Every sector is drawn for, wanted or not, so that conditions do not shift the draws.
  private boolean drawSectors(Part part, long first, long end, boolean wanted) {
    boolean added = false;
    SectorSet place = part.place;
    for (int range = place.rangeFrom(first);
        range < place.ranges() && place.start(range) < end;
        range++) {
      long stop = Math.min(end, place.end(range));
      for (long sector = Math.max(first, place.start(range)); sector < stop; sector++) {
        if (draw() && wanted && part.bad.count(sector, sector + 1) == 0) {
          part.bad.add(sector, sector + 1);
          added = true;
        }
      }
    }
    return added;
  }

  private boolean isHealed() {
    for (Part part : parts) {
      if (!part.bad.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Part part(int device, SectorSet place) {
    return new Part(this, device, place, perSector || healing ? new SectorSet() : place);
  }

  private static long timesOf(FaultSpec spec) {
    boolean once = isStanding(spec.trigger()) && spec.ending().kind() != Ending.Kind.AT_ONCE;
    return once ? Math.min(1, spec.trigger().times()) : spec.trigger().times();
  }

  /** What a rule has on one device: its place, and what of it is bad while an onset lasts. */
  record Part(PlaceRule rule, int device, SectorSet place, SectorSet bad) {}
}
