package io.dmio.fault;

import io.dmio.sim.Probability;
import org.jspecify.annotations.Nullable;

/**
 * When a rule sets in. All conditions must hold.
 *
 * @param fromNanos not before this time
 * @param untilNanos before this time
 * @param nth only at the nth matching bio, counted from 1; 0: any
 * @param every only at every such matching bio; 0: any
 * @param probability of setting in when the rest holds
 * @param perSector whether the probability is drawn for each sector instead of each bio
 * @param after a moment (a call, mark, task or rule) that must have been reached, or null
 * @param afterDelayNanos how long after it
 * @param atBio the one bio that it hits, or null
 * @param times how many onsets at most
 * @param group rules of the same group number set in together; -1: none
 */
public record Trigger(
    long fromNanos,
    long untilNanos,
    long nth,
    long every,
    Probability probability,
    boolean perSector,
    @Nullable String after,
    long afterDelayNanos,
    @Nullable AtBio atBio,
    long times,
    int group) {

  /** At every matching bio, without an end. */
  public static final Trigger ALWAYS =
      new Trigger(
          0, Long.MAX_VALUE, 0, 0, Probability.ALWAYS, false, null, 0, null, Long.MAX_VALUE, -1);

  /** Whether each sector is drawn for, and not certain. */
  boolean drawsEachSector() {
    return perSector && !probability.certain();
  }

  /**
   * One bio of a call.
   *
   * @param call the call's name
   * @param device the number of the device that it goes to
   * @param index its place among the call's bios to that device, from 0
   */
  public record AtBio(String call, int device, int index) {}
}
