package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskFaults;
import io.dmio.device.FaultDecision;
import io.dmio.sim.Spares;
import java.util.List;

/**
 * The rules about one disk. A bio is shown to all that match its sectors and operation, by number:
 * first each may set in, then each may fail it, so that rules of a group that set in at this bio
 * hit it whatever their order. The status is that of the first rule that fails it; all of them
 * count it. A bio that no rule fails is corrupted by all silent rules that hit it, by number; for
 * one that fails their onsets wait for the next.
 */
final class DiskRules implements DiskFaults {

  private final HitLog hits;
  private final FaultSwitch faultSwitch;
  private final ExtentIndex index;
  private final boolean anyHealing;
  private final boolean anySilent;
  private final OlderContents older;
  private final DiskDamage damage;
  private final BioPayload payload;
  private final SectorAccess access = new SectorAccess();
  private final Spares<CorruptionPlan> spares = new Spares<>();
  private CorruptionPlan next;

  /**
   * Makes the rules of a disk.
   *
   * @param rules the rules that are about it, by number; one at least
   * @param hits is told which rule fails which call
   * @param faultSwitch when it is off, no rule does anything
   * @param tags those of the world
   * @param listener hears what silent rules have touched
   */
  DiskRules(
      List<RuleOnDisk> rules,
      HitLog hits,
      FaultSwitch faultSwitch,
      Tags tags,
      DamageListener listener) {
    this.hits = hits;
    this.faultSwitch = faultSwitch;
    index = new ExtentIndex(rules);
    anyHealing = rules.stream().anyMatch(RuleOnDisk::isHealing);
    anySilent = rules.stream().anyMatch(RuleOnDisk::isSilent);
    older = new OlderContents(tags);
    damage = new DiskDamage(rules.get(0).device(), listener);
    payload = new BioPayload(tags, older, this::stored, damage);
    next = new CorruptionPlan(payload, spares);
    for (RuleOnDisk rule : rules) {
      if (rule.needsOlderContents()) {
        older.watch(rule.sectors());
      }
    }
  }

  @Override
  public void arrived(Bio bio, FaultDecision decision) {
    access.open(bio);
    try {
      if (access.op() != FaultOps.NOTHING) {
        decide(decision);
      }
    } finally {
      access.close();
    }
  }

  @Override
  public boolean hearsOfWrites() {
    return anySilent || anyHealing;
  }

  @Override
  public void written(Bio bio) {
    rewritten(bio.sector(), bio.sector() + Sectors.covering(bio.bytes()));
  }

  private void decide(FaultDecision decision) {
    if (!faultSwitch.isOff()) {
      List<RuleOnDisk> found = index.find(access.op(), access.first(), access.end());
      if (mayHit(found)) {
        fail(found, decision);
        corrupt(found, decision);
      }
    }
    if (decision.status() == BlockStatus.OK && (!next.isEmpty() || isRemembered())) {
      decision.replace(next);
      CorruptionPlan spare = spares.pop();
      next = spare == null ? new CorruptionPlan(payload, spares) : spare;
    }
  }

  // Rules are indexed, not iterated over: an iterator would be an object for each bio.
  private boolean mayHit(List<RuleOnDisk> found) {
    boolean mayHit = false;
    for (int i = 0; i < found.size(); i++) {
      RuleOnDisk rule = found.get(i);
      if (rule.arrives(access)) {
        mayHit |= rule.decide(access);
      }
    }
    return mayHit;
  }

  private void fail(List<RuleOnDisk> found, FaultDecision decision) {
    for (int i = 0; i < found.size(); i++) {
      RuleOnDisk rule = found.get(i);
      BlockStatus status = rule.fail(access);
      if (status != BlockStatus.OK && decision.status() == BlockStatus.OK) {
        decision.fail(status);
        hits.add(access.bio().call(), rule.number());
      }
    }
  }

  private void corrupt(List<RuleOnDisk> found, FaultDecision decision) {
    for (int i = 0; i < found.size() && decision.status() == BlockStatus.OK; i++) {
      found.get(i).corrupt(access, next, decision);
    }
  }

  /** Whether a write changes what stale reads may deliver later. */
  private boolean isRemembered() {
    return access.changesSectors() && older.watches(access.first(), access.end());
  }

  private void stored(Bio bio, long first, long end) {
    if (FaultOps.heals(FaultOps.of(bio))) {
      rewritten(first, end);
    }
  }

  private void rewritten(long first, long end) {
    damage.rewritten(first, end);
    if (anyHealing) {
      List<RuleOnDisk> found = index.findAny(first, end);
      for (int i = 0; i < found.size(); i++) {
        if (found.get(i).isHealing()) {
          found.get(i).heal(first, end);
        }
      }
    }
  }
}
