package io.dmio.testbed;

import io.dmio.check.Compared;
import io.dmio.sim.Branches;
import io.dmio.sim.Digest;
import io.dmio.sim.LogMode;

/**
 * Runs a world once for every state that its power cuts allow.
 *
 * <p>The worst world is the result, the first of the worst; the digests are folded over all, in
 * their order, and what was compared adds up. The limit of events holds for all worlds together.
 */
final class EachState {

  private final WorldSpec spec;
  private final RunOptions options;
  private final Branches branches = new Branches();
  private final Digest fingerprint = new Digest();
  private final Digest outcome = new Digest();
  private Compared compared = Compared.NOTHING;

  EachState(WorldSpec spec, RunOptions options) {
    this.spec = spec;
    this.options = options;
  }

  RunResult run() {
    RunOptions plain = new RunOptions(LogMode.NONE, RunListener.NONE, options.exhibit());
    Played worst = play(plain, branches, new Allowance(spec.limits().events(), 0));
    Played last = worst;
    while (last.isWithinLimit() && branches.next()) {
      last = play(plain, branches, last.leaves());
      worst = last.rank() > worst.rank() ? last : worst;
    }
    World shown = options.equals(plain) ? worst.world() : again(worst);
    long states = last.allowance().statesDone() + 1;
    return shown.result(states, worst.number(), fingerprint.value(), outcome.value(), compared);
  }

  private Played play(RunOptions how, Branches way, Allowance allowance) {
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

  private record Played(World world, Branches way, Allowance allowance, int rank) {

    boolean isWithinLimit() {
      return world.events() <= allowance.events();
    }

    /** Which of the states it is, from 1. */
    long number() {
      return allowance.statesDone() + 1;
    }

    Allowance leaves() {
      return new Allowance(
          Math.max(1, allowance.events() - world.events()), allowance.statesDone() + 1);
    }
  }
}
