package io.dmio.fault;

import io.dmio.block.RequestFlag;
import io.dmio.device.FaultDecision;

/** Lets a disk say that something is durable. The disk itself declares what is not. */
enum DurabilityLie implements Corruption {
  /** Flushes do nothing. */
  ABOUT_FLUSHES(RequestFlag.PREFLUSH) {
    @Override
    public void decide(FaultDecision decision, int rule) {
      decision.lieAboutFlush(rule);
    }
  },
  /** FUA does nothing. */
  ABOUT_FUA(RequestFlag.FUA) {
    @Override
    public void decide(FaultDecision decision, int rule) {
      decision.ignoreFua(rule);
    }
  };

  private final RequestFlag flag;

  DurabilityLie(RequestFlag flag) {
    this.flag = flag;
  }

  @Override
  public boolean usesChance() {
    return false;
  }

  @Override
  public boolean appliesTo(SectorAccess access, SectorSet sectors) {
    return flag.in(access.bio().flags());
  }

  @Override
  public boolean changesData() {
    return false;
  }

  @Override
  public void corrupt(CorruptionHit hit, BioPayload payload) {
    throw new IllegalStateException(this + " was asked to change data");
  }
}
