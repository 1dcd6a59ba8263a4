package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.CallNames;
import io.dmio.sim.EventKind;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bios fail on bad sectors. An onset makes the whole place bad, with {@code per: sector} the
 * sectors that were drawn.
 *
 * <p>With {@code ends: on-write} bad sectors never fail what writes them anew (a write or
 * write-zeroes): it heals those that it covers once it has reached the medium. Only the very bio at
 * which a trigger sets in fails, even if it is a write. A standing rule of that ending that is
 * about reads is <em>latent</em>: its sectors are bad before anybody has noticed, and may be healed
 * before.
 */
final class MediaRule extends Rule {

  private final int ops;
  private final BlockStatus status;
  private final boolean perSector;
  private final boolean healing;
  private final Part[] parts;
  private boolean latent;
  private boolean setInNow;

  MediaRule(FaultSpec.MediaError spec, Simulation simulation, Moments moments, CallNames calls) {
    super(spec, spec.ending(), timesOf(spec), simulation, moments, calls);
    if (spec.extents().isEmpty()) {
      throw new IllegalArgumentException("rule " + spec.name() + " has no sectors");
    }
    ops = FaultOps.bits(spec.ops());
    status = spec.status();
    perSector = spec.trigger().perSector() && !spec.trigger().probability().certain();
    healing = spec.ending().kind() == Ending.Kind.ON_WRITE;
    Map<Integer, List<Extent>> places = new TreeMap<>();
    for (Extent extent : spec.extents()) {
      places.computeIfAbsent(extent.device(), device -> new ArrayList<>()).add(extent);
    }
    parts =
        places.entrySet().stream()
            .map(place -> part(place.getKey(), SectorSet.of(place.getValue())))
            .toArray(Part[]::new);
  }

  @Override
  void prepare() {
    super.prepare();
    latent = healing && isStanding() && (ops & FaultOps.READ) != 0;
    if (latent) {
      spread();
    }
  }

  /** The rule's places, one a device, by device. */
  List<Part> parts() {
    return List.of(parts);
  }

  /** Whether the rule is about what a bio does. */
  boolean isAbout(int op) {
    return (ops & op) != 0;
  }

  /** Whether writes heal it. */
  boolean isHealing() {
    return healing;
  }

  /** How the bios that it hits end. */
  BlockStatus status() {
    return status;
  }

  /** A bio that matches has come; perhaps the rule sets in. */
  void arrived(Part part, Bio bio, int op, long first, long end) {
    match();
    setInNow = false;
    if (perSector) {
      setInNow = drawSectors(part, first, end, mayAdd() && isNamed(bio, part.device));
    } else {
      boolean drawn = draw();
      setInNow =
          drawn
              && !isActive()
              && mayTrigger()
              && isNamed(bio, part.device)
              && wakes(part, op, first, end);
      if (setInNow && healing && !latent) {
        spread();
      }
    }
    if (setInNow) {
      setIn();
    }
  }

  /** Whether a bio that matches fails, which is counted. */
  boolean fails(Part part, Bio bio, int op, long first, long end) {
    if (!isActive() || (healing && FaultOps.heals(op) && !setInNow)) {
      return false;
    }
    boolean flush = op == FaultOps.FLUSH;
    if (part.bad.isEmpty() || (!flush && part.bad.count(first, end) == 0)) {
      return false;
    }
    long from = flush ? part.bad.start(0) : part.bad.next(first);
    hit(part.device, from, part.bad.count(first, end), bio.number());
    return true;
  }

  /** Sectors have been written anew. */
  void written(Part part, long first, long end) {
    boolean there = isActive() || (latent && isOpen());
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
  void over() {
    super.over();
    if (perSector) {
      for (Part part : parts) {
        part.bad.clear();
      }
    }
  }

  @Override
  void spread() {
    for (Part part : parts) {
      if (part.bad != part.place) {
        part.bad.become(part.place);
      }
    }
  }

  @Override
  void recordOnset() {
    Part part = parts[0];
    long first = part.place.start(0);
    simulation()
        .record(EventKind.FAULT, number(), part.device, first, part.place.end(0) - first, NO_BIO);
  }

  @Override
  void recordEnd() {
    for (Part part : parts) {
      if (!part.bad.isEmpty()) {
        recordHeal(part.device, part.bad.start(0), part.bad.size());
      }
    }
  }

  private void recordHeal(int device, long first, long count) {
    simulation().record(EventKind.HEAL, number(), device, first, count, 0);
  }

  // What is latent sets in only where it is still bad, and never at what heals it.
  private boolean wakes(Part part, int op, long first, long end) {
    return !latent
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

  private static long timesOf(FaultSpec.MediaError spec) {
    boolean once = isStanding(spec.trigger()) && spec.ending().kind() != Ending.Kind.AT_ONCE;
    return once ? Math.min(1, spec.trigger().times()) : spec.trigger().times();
  }

  /** What a rule has on one device: its place, and what of it is bad while an onset lasts. */
  record Part(MediaRule rule, int device, SectorSet place, SectorSet bad) {}
}
