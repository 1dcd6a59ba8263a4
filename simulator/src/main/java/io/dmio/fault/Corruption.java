package io.dmio.fault;

import io.dmio.device.FaultDecision;

/** A kind of silent fault at work. Has no state of its own. */
interface Corruption {

  /** Whether anything is left to chance at a hit. */
  boolean usesChance();

  /** Whether a hit is about one sector, which is drawn among those under the bio. */
  default boolean hitsOneSector() {
    return false;
  }

  /** Whether it needs to know what sectors held before. */
  default boolean needsOlderContents() {
    return false;
  }

  /**
   * Whether it could do anything to a bio that matches by place and operation; what does not fit a
   * place fits no part of it.
   */
  default boolean appliesTo(SectorAccess access, SectorSet sectors) {
    return true;
  }

  /** Decides about a bio that has just come and that a rule of this number hits. */
  default void decide(FaultDecision decision, int rule) {}

  /** Whether it works on the data of bios. */
  default boolean changesData() {
    return true;
  }

  /** Works on the data of a bio that is about to end. */
  void corrupt(CorruptionHit hit, BioPayload payload);
}
