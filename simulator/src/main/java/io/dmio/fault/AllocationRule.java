package io.dmio.fault;

import io.dmio.block.CallNames;
import io.dmio.sim.EventKind;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;

/**
 * The allocator under a pool has no memory while an onset lasts. A standing rule that would end at
 * once is one onset as long as its window.
 *
 * <p>Its records have no device (-1), the pool's number instead of a sector (-1 before the pool was
 * seen), and no bio.
 */
final class AllocationRule extends Onsets {

  private static final int NO_DEVICE = -1;

  private final String pool;
  private int poolNumber = -1;

  AllocationRule(
      FaultSpec.AllocationFailure spec, Simulation simulation, Moments moments, CallNames calls) {
    super(spec, endingOf(spec), timesOf(spec), simulation, moments, calls);
    pool = spec.pool();
    boolean healing = spec.ending().kind() == Ending.Kind.ON_WRITE;
    if (healing || spec.trigger().perSector() || spec.trigger().atBio() != null) {
      throw new IllegalArgumentException(
          "rule " + spec.name() + " is about allocations, not about bios and sectors");
    }
  }

  /** The pool that it is about. */
  String pool() {
    return pool;
  }

  /** Whether an allocation fails, which is counted. */
  boolean fails(int number) {
    poolNumber = number;
    countMatch();
    boolean drawn = draw();
    if (drawn && !isActive() && mayTrigger()) {
      beginOnset();
    }
    if (!isActive()) {
      return false;
    }
    hit(NO_DEVICE, number, 1, NO_BIO);
    return true;
  }

  @Override
  void spreadToAll() {}

  @Override
  void recordOnset() {
    simulation().record(EventKind.FAULT, number(), NO_DEVICE, poolNumber, 0, NO_BIO);
  }

  @Override
  void recordEnd() {
    simulation().record(EventKind.HEAL, number(), NO_DEVICE, poolNumber, 0, 0);
  }

  private static Ending endingOf(FaultSpec.AllocationFailure spec) {
    return isWindow(spec) ? Ending.NEVER : spec.ending();
  }

  private static long timesOf(FaultSpec.AllocationFailure spec) {
    boolean once = isStanding(spec.trigger()) && endingOf(spec).kind() != Ending.Kind.AT_ONCE;
    return once ? Math.min(1, spec.trigger().times()) : spec.trigger().times();
  }

  private static boolean isWindow(FaultSpec.AllocationFailure spec) {
    Trigger trigger = spec.trigger();
    return isStanding(trigger)
        && spec.ending().kind() == Ending.Kind.AT_ONCE
        && trigger.times() == Long.MAX_VALUE
        && trigger.group() < 0;
  }
}
