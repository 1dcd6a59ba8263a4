package io.dmio.testbed;

import io.dmio.check.Compared;
import io.dmio.sim.Branches;
import io.dmio.sim.Digest;
import io.dmio.sim.LogMode;

/**
 * Runs a world once for every state that its power cuts allow.
 *
 * <p>The worst world is the result, the first of the worst; the digests are folded over all, in
 * their order, and what was compared adds up. The limit of events holds for all worlds together. If
 * the power cuts allow more states than may be tried, and that limit does not end the run before,
 * it is refused, as a rule when the first world is over.
 */
final class PowerCutEnumeration {

  private final WorldSpec spec;
  private final RunOptions options;
  private final int event;
  private final Branches branches = new Branches();
  private final Digest fingerprint = new Digest();
  private final Digest outcome = new Digest();
  private Compared compared = Compared.NOTHING;

  /**
   * Makes a run.
   *
   * @param event the number of the first event that tries each state
   */
  PowerCutEnumeration(WorldSpec spec, RunOptions options, int event) {
    this.spec = spec;
    this.options = options;
    this.event = event;
  }

  RunResult run() {
    RunOptions plain = new RunOptions(LogMode.NONE, RunListener.NONE, options.exhibit());
    Played worst = play(plain, branches, new EventBudget(spec.limits().events(), 0));
    Played last = worst;
    if (last.isWithinLimit()) {
      begin(StateCount.of(last.world().powerCuts()), last.world().events());
    }
    while (last.isWithinLimit() && branches.next()) {
      refuseBeyond(last.number() + 1);
      last = play(plain, branches, last.leaves());
      worst = last.rank() > worst.rank() ? last : worst;
    }
    World shown = keepsNothing() ? worst.world() : again(worst);
    return shown.result(
        new RunResult.Tried(last.number(), worst.number()),
        new RunResult.Digests(fingerprint.value(), outcome.value()),
        compared);
  }

  /** What the limit of events ends in time is not refused. */
  private void begin(StateCount states, long eventsOfOne) {
    boolean affordable =
        spec.limits().events() / Math.max(1, eventsOfOne) > options.states().most();
    if (affordable) {
      refuseBeyond(states.first());
    }
    options.states().count().accept(states.all());
  }

  private void refuseBeyond(long states) {
    if (states > options.states().most()) {
      throw new TooManyStates(states, options.states().most(), event);
    }
  }

  private boolean keepsNothing() {
    return options.log() == LogMode.NONE && options.listener().equals(RunListener.NONE);
  }

  private Played play(RunOptions how, Branches way, EventBudget allowance) {
    Branches same = way.sameWay();
    World world = new World(spec, how, way, allowance);
    int rank = world.play();
    fingerprint.fold(world.fingerprint());
    outcome.fold(world.outcome());
    compared = world.compared().plus(compared);
    return new Played(world, same, allowance, rank);
  }

  /** The same world with everything that is asked for: what is kept of a run is kept once. */
  private World again(Played played) {
    World world = new World(spec, options, played.way(), played.allowance());
    world.play();
    return world;
  }

  private record Played(World world, Branches way, EventBudget allowance, int rank) {

    boolean isWithinLimit() {
      return world.events() <= allowance.events();
    }

    /** Which of the states it is, from 1. */
    long number() {
      return allowance.statesDone() + 1;
    }

    EventBudget leaves() {
      return new EventBudget(
          Math.max(1, allowance.events() - world.events()), allowance.statesDone() + 1);
    }
  }
}
