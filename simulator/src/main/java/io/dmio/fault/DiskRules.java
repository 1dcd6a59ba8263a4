package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskFaults;
import io.dmio.device.FaultDecision;
import io.dmio.fault.SectorRule.RuleOnDisk;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The rules about one disk. A bio is shown to all that match its place and operation, by number:
 * first each may set in, then each may fail it, so that rules of a group that set in at this bio
 * hit it whatever their order. The status is that of the first rule that fails it; all of them
 * count it. A bio that no rule fails is harmed by all silent rules that hit it, by number; for one
 * that fails their onsets wait for the next.
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
  private final ArrayDeque<CorruptionPlan> idle = new ArrayDeque<>();
  private CorruptionPlan next = new CorruptionPlan(this);

  /** Makes the rules of a disk from their parts on it, by number. */
  DiskRules(
      List<RuleOnDisk> rules,
      HitLog hits,
      FaultSwitch faultSwitch,
      Tags tags,
      DamageListener book) {
    this.hits = hits;
    this.faultSwitch = faultSwitch;
    index = new ExtentIndex(rules);
    anyHealing = rules.stream().anyMatch(rule -> rule.rule().isHealing());
    anySilent = rules.stream().anyMatch(rule -> rule.rule().isSilent());
    older = new OlderContents(tags);
    damage = new DiskDamage(rules.get(0).device(), book);
    payload = new BioPayload(tags, older, this::stored, damage);
    for (RuleOnDisk rule : rules) {
      if (rule.rule().needsOlderContents()) {
        older.watch(rule.sectors());
      }
    }
  }

  @Override
  public void arrived(Bio bio, FaultDecision decision) {
    int op = FaultOps.of(bio);
    if (op == FaultOps.NOTHING) {
      return;
    }
    long first = bio.sector();
    long end = first + Sectors.covering(bio.bytes());
    if (!faultSwitch.isOff()) {
      judge(bio, decision, op, first, end);
    }
    if (anySilent && decision.status() == BlockStatus.OK) {
      replaceData(decision, op, first, end);
    }
  }

  private void replaceData(FaultDecision decision, int op, long first, long end) {
    if (!next.isEmpty() || isRemembered(op, first, end)) {
      decision.replace(next);
      next = idle.isEmpty() ? new CorruptionPlan(this) : idle.removeLast();
    }
  }

  private void judge(Bio bio, FaultDecision decision, int op, long first, long end) {
    RuleOnDiskList found = index.find(op, first, end);
    for (int i = 0; i < found.size(); i++) {
      if (arrives(found.get(i), bio, first, end)) {
        decide(found, i, bio, decision, op, first, end);
        return;
      }
    }
  }

  private static boolean arrives(RuleOnDisk rule, Bio bio, long first, long end) {
    return rule.rule().appliesTo(rule, bio, first, end) && rule.rule().arrived();
  }

  // Rules before the one that is undecided do not set in by themselves at this bio.
  private void decide(
      RuleOnDiskList found,
      int undecided,
      Bio bio,
      FaultDecision decision,
      int op,
      long first,
      long end) {
    boolean mayHit = false;
    for (int i = undecided; i < found.size(); i++) {
      RuleOnDisk rule = found.get(i);
      if (i == undecided || arrives(rule, bio, first, end)) {
        mayHit |= rule.rule().decide(rule, bio, op, first, end);
      }
    }
    if (mayHit) {
      fail(found, bio, decision, op, first, end);
      corruption(found, bio, decision, op, first, end);
    }
  }

  private void fail(
      RuleOnDiskList found, Bio bio, FaultDecision decision, int op, long first, long end) {
    for (int i = 0; i < found.size(); i++) {
      RuleOnDisk rule = found.get(i);
      BlockStatus status = rule.rule().fails(rule, bio, op, first, end);
      if (status != BlockStatus.OK && decision.status() == BlockStatus.OK) {
        decision.fail(status);
        hits.add(bio.call(), rule.rule().number());
      }
    }
  }

  private void corruption(
      RuleOnDiskList found, Bio bio, FaultDecision decision, int op, long first, long end) {
    for (int i = 0; i < found.size() && decision.status() == BlockStatus.OK; i++) {
      RuleOnDisk rule = found.get(i);
      rule.rule().corruption(rule, bio, op, first, end, next, decision);
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

  /** Where the data of bios is worked on, one after the other. */
  BioPayload payload() {
    return payload;
  }

  /** Takes back what has done its work. */
  void giveBack(CorruptionPlan done) {
    idle.addLast(done);
  }

  private void stored(Bio bio, long first, long end) {
    if (FaultOps.heals(FaultOps.of(bio))) {
      rewritten(first, end);
    }
  }

  private void rewritten(long first, long end) {
    damage.rewritten(first, end);
    if (anyHealing) {
      heal(first, end);
    }
  }

  private void heal(long first, long end) {
    RuleOnDiskList found = index.findAny(first, end);
    for (int i = 0; i < found.size(); i++) {
      RuleOnDisk rule = found.get(i);
      if (rule.rule().isHealing()) {
        rule.rule().written(rule, first, end);
      }
    }
  }

  /** Whether a write changes what reads may be told that is older. */
  private boolean isRemembered(int op, long first, long end) {
    return (op & (FaultOps.READ | FaultOps.FLUSH)) == 0 && older.watches(first, end);
  }
}
