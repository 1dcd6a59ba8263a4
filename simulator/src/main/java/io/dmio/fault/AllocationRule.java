package io.dmio.fault;

import io.dmio.sim.EventKind;
import io.dmio.sim.Simulation;

/**
 * The allocator under a pool has no memory while an onset lasts. A standing rule that would end at
 * once is one onset as long as its window.
 *
 * <p>Its records have no device (-1), the pool's number instead of a sector (-1 before the pool was
 * seen), and no bio.
 */
final class AllocationRule implements OnsetScope {

  private static final int NO_DEVICE = -1;

  private final String pool;
  private final Onsets onsets;
  private final Simulation simulation;
  private int poolNumber = -1;

  /** Makes a rule that has not set in. */
  AllocationRule(FaultSpec.AllocationFailure spec, RuleContext context) {
    pool = spec.pool();
    simulation = context.simulation();
    onsets = new Onsets(spec, endingOf(spec), this, context);
    boolean healing = spec.ending().kind() == Ending.Kind.ON_WRITE;
    if (healing || spec.trigger().perSector() || spec.trigger().atBio() != null) {
      throw new IllegalArgumentException(
          "rule " + spec.name() + " is about allocations, not about bios and sectors");
    }
  }

  /** The name of the pool that it is about. */
  String pool() {
    return pool;
  }

  /** When it sets in, and for how long. */
  Onsets onsets() {
    return onsets;
  }

  /** Decides whether an allocation fails, which is counted. */
  boolean fails(int number) {
    poolNumber = number;
    onsets.countMatch();
    boolean drawn = onsets.draw();
    if (drawn && !onsets.isActive() && onsets.mayTrigger()) {
      onsets.begin();
    }
    if (!onsets.isActive()) {
      return false;
    }
    onsets.hit(NO_DEVICE, number, 1, Onsets.NO_BIO);
    return true;
  }

  @Override
  public void prepared() {}

  @Override
  public void spread() {}

  @Override
  public void recordOnset() {
    simulation.record(EventKind.FAULT, onsets.number(), NO_DEVICE, poolNumber, 0, Onsets.NO_BIO);
  }

  @Override
  public void recordEnd() {
    simulation.record(EventKind.HEAL, onsets.number(), NO_DEVICE, poolNumber, 0, 0);
  }

  @Override
  public void ended() {}

  private static Ending endingOf(FaultSpec.AllocationFailure spec) {
    return isWindow(spec) ? Ending.NEVER : spec.ending();
  }

  private static boolean isWindow(FaultSpec.AllocationFailure spec) {
    Trigger trigger = spec.trigger();
    return Onsets.isStanding(trigger)
        && spec.ending().kind() == Ending.Kind.AT_ONCE
        && trigger.times() == Long.MAX_VALUE
        && trigger.group() < 0;
  }
}
