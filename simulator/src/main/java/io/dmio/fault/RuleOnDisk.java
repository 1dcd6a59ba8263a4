package io.dmio.fault;

import io.dmio.block.BlockStatus;
import io.dmio.device.FaultDecision;
import io.dmio.sim.Invariant;

/**
 * What a rule is about on one disk: its sectors there, and which of them are bad while an onset
 * lasts.
 *
 * <p>A bio that matches by sectors and operation goes through {@link #arrives}, {@link #decide},
 * {@link #fail} and {@link #corrupt}, in this order.
 */
final class RuleOnDisk {

  private final SectorRule rule;
  private final int device;
  private final SectorSet sectors;
  private final SectorSet bad;
  private boolean setInNow;

  /**
   * Makes it, with no sector bad unless all are whenever an onset lasts.
   *
   * @param sectors all sectors that the rule is about on the disk
   */
  RuleOnDisk(SectorRule rule, int device, SectorSet sectors) {
    this.rule = rule;
    this.device = device;
    this.sectors = sectors;
    bad = rule.drawsEachSector() || rule.isHealing() ? new SectorSet() : sectors;
  }

  /** The number of the rule. */
  int number() {
    return rule.onsets().number();
  }

  /** The number of the disk. */
  int device() {
    return device;
  }

  /** All sectors that the rule is about here. */
  SectorSet sectors() {
    return sectors;
  }

  /** What the rule is about, as bits of {@link FaultOps}. */
  int ops() {
    return rule.ops();
  }

  /** Whether writes heal it. */
  boolean isHealing() {
    return rule.isHealing();
  }

  /** Whether the bios that it hits end OK, and something is wrong with their data. */
  boolean isSilent() {
    return rule.effect().isSilent();
  }

  /** Whether it needs to know what sectors held before their last write. */
  boolean needsOlderContents() {
    return rule.effect().needsOlderContents();
  }

  /**
   * Counts a bio that matches, and draws what is drawn once a bio.
   *
   * @return whether {@link #decide} has to be asked; if not, the rule does not set in at this bio,
   *     and no onset lasts
   */
  boolean arrives(SectorAccess access) {
    if (!rule.effect().appliesTo(access, sectors)) {
      return false;
    }
    rule.onsets().countMatch();
    setInNow = false;
    return rule.drawsEachSector() || rule.onsets().draw() || rule.onsets().isActive();
  }

  /**
   * Decides whether the arriving bio triggers the rule.
   *
   * @return whether the rule, or one of its group that sets in with it, may hit the bio
   */
  boolean decide(SectorAccess access) {
    setInNow = rule.drawsEachSector() ? drawSectors(access) : setsIn(access);
    if (setInNow) {
      if (rule.isHealing() && !rule.drawsEachSector() && !rule.isLatent()) {
        rule.spread();
      }
      rule.onsets().begin();
    }
    return setInNow || rule.onsets().isActive();
  }

  /**
   * How a bio that matches ends by this rule, which is counted; OK if the rule does not fail it.
   */
  BlockStatus fail(SectorAccess access) {
    if (isSilent() || !hits(access)) {
      return BlockStatus.OK;
    }
    countHit(access, bad);
    return rule.effect().status();
  }

  /** Does to a bio that matches, and that no rule fails, what a silent rule does. */
  void corrupt(SectorAccess access, CorruptionPlan plan, FaultDecision decision) {
    if (isSilent() && hits(access) && rule.effect().appliesTo(access, bad)) {
      countHit(access, rule.effect().corrupt(access, bad, plan, decision));
    }
  }

  /** Sectors have been written again: those that were bad are not any more. */
  void heal(long first, long end) {
    long count = rule.mayHaveBadSectors() ? bad.count(first, end) : 0;
    if (count == 0) {
      return;
    }
    Invariant.holds(bad != sectors, "sectors heal of a rule that no write heals", number());
    rule.recordHeal(device, bad.next(first), count);
    bad.remove(first, end);
    rule.endIfHealed();
  }

  /** Makes all sectors bad. */
  void spread() {
    if (bad != sectors) {
      bad.become(sectors);
    }
  }

  /** No sector that was drawn is bad any more. */
  void clear() {
    Invariant.holds(bad != sectors, "sectors are cleared of a rule that draws none", number());
    bad.clear();
  }

  /** Whether no sector is bad. */
  boolean isHealed() {
    return bad.isEmpty();
  }

  /** Records that the bad sectors are not bad any more. */
  void recordEnd() {
    if (!bad.isEmpty()) {
      rule.recordHeal(device, bad.start(0), bad.size());
    }
  }

  private void countHit(SectorAccess access, SectorSet hit) {
    long count = access.count(hit);
    Invariant.holds(count > 0 || access.isFlush(), "rule hits a bio in no sector", number());
    rule.onsets().hit(device, access.firstOf(hit), count, access.bio().number());
  }

  // What writes heal never hits a write, but for the one at which it sets in.
  private boolean hits(SectorAccess access) {
    boolean heals = rule.isHealing() && access.heals();
    return rule.onsets().isActive()
        && (setInNow || !heals)
        && !bad.isEmpty()
        && access.concerns(bad);
  }

  private boolean setsIn(SectorAccess access) {
    Onsets onsets = rule.onsets();
    return !onsets.isActive()
        && onsets.mayTrigger()
        && onsets.isNamed(access.bio(), device)
        && (!rule.isLatent() || isFoundBy(access));
  }

  // What is latent sets in only where it is still bad, and never at what heals it.
  private boolean isFoundBy(SectorAccess access) {
    return !access.heals() && access.concerns(bad);
  }

  // Every sector is drawn for, wanted or not, so that conditions do not shift the draws.
  private boolean drawSectors(SectorAccess access) {
    boolean wanted = rule.mayAddSectors() && rule.onsets().isNamed(access.bio(), device);
    boolean added = false;
    for (int range = sectors.rangeFrom(access.first());
        range < sectors.ranges() && sectors.start(range) < access.end();
        range++) {
      long stop = Math.min(access.end(), sectors.end(range));
      for (long sector = Math.max(access.first(), sectors.start(range)); sector < stop; sector++) {
        if (rule.onsets().draw() && wanted && bad.count(sector, sector + 1) == 0) {
          bad.add(sector, sector + 1);
          added = true;
        }
      }
    }
    return added;
  }
}
