package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.device.DamageBook;
import io.dmio.device.DiskFaults;
import io.dmio.device.FaultDecision;
import io.dmio.fault.PlaceRule.Part;
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
  private final FaultSwitch quiet;
  private final ExtentIndex index;
  private final boolean anyHealing;
  private final boolean anySilent;
  private final OlderContents older;
  private final DiskDamage damage;
  private final BioPayload cargo;
  private final ArrayDeque<CorruptionPlan> idle = new ArrayDeque<>();
  private CorruptionPlan next = new CorruptionPlan(this);

  /** Makes the rules of a disk from their parts on it, by number. */
  DiskRules(List<Part> parts, HitLog hits, FaultSwitch quiet, Tags tags, DamageBook book) {
    this.hits = hits;
    this.quiet = quiet;
    index = new ExtentIndex(parts);
    anyHealing = parts.stream().anyMatch(part -> part.rule().isHealing());
    anySilent = parts.stream().anyMatch(part -> part.rule().isSilent());
    older = new OlderContents(tags);
    damage = new DiskDamage(parts.get(0).device(), book);
    cargo = new BioPayload(tags, older, this::stored, damage);
    for (Part part : parts) {
      if (part.rule().wantsOlder()) {
        older.watch(part.place());
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
    if (!quiet.is()) {
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
    PartList found = index.find(op, first, end);
    for (int i = 0; i < found.size(); i++) {
      if (arrives(found.get(i), bio, first, end)) {
        decide(found, i, bio, decision, op, first, end);
        return;
      }
    }
  }

  private static boolean arrives(Part part, Bio bio, long first, long end) {
    return part.rule().fits(part, bio, first, end) && part.rule().arrived();
  }

  // Rules before the one that is undecided do not set in by themselves at this bio.
  private void decide(
      PartList found,
      int undecided,
      Bio bio,
      FaultDecision decision,
      int op,
      long first,
      long end) {
    boolean mayHit = false;
    for (int i = undecided; i < found.size(); i++) {
      Part part = found.get(i);
      if (i == undecided || arrives(part, bio, first, end)) {
        mayHit |= part.rule().decide(part, bio, op, first, end);
      }
    }
    if (mayHit) {
      fail(found, bio, decision, op, first, end);
      harm(found, bio, decision, op, first, end);
    }
  }

  private void fail(PartList found, Bio bio, FaultDecision decision, int op, long first, long end) {
    for (int i = 0; i < found.size(); i++) {
      Part part = found.get(i);
      BlockStatus status = part.rule().fails(part, bio, op, first, end);
      if (status != BlockStatus.OK && decision.status() == BlockStatus.OK) {
        decision.fail(status);
        hits.add(bio.call(), part.rule().number());
      }
    }
  }

  private void harm(PartList found, Bio bio, FaultDecision decision, int op, long first, long end) {
    for (int i = 0; i < found.size() && decision.status() == BlockStatus.OK; i++) {
      Part part = found.get(i);
      part.rule().harm(part, bio, op, first, end, next, decision);
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
  BioPayload cargo() {
    return cargo;
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
    PartList found = index.findAny(first, end);
    for (int i = 0; i < found.size(); i++) {
      Part part = found.get(i);
      if (part.rule().isHealing()) {
        part.rule().written(part, first, end);
      }
    }
  }

  /** Whether a write changes what reads may be told that is older. */
  private boolean isRemembered(int op, long first, long end) {
    return (op & (FaultOps.READ | FaultOps.FLUSH)) == 0 && older.watches(first, end);
  }
}
