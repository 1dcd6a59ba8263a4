package io.dmio.testbed;

import io.dmio.block.Bio;
import io.dmio.engine.CallRegistry;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.TappedBio;
import io.dmio.sim.EventKind;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets the events of a world happen. They are work: a run is not over before all have happened that
 * have a time; one whose moment never comes does not happen.
 *
 * <p>Every event is handled in an event of its own, never inside what it waited for.
 */
final class Timetable implements BioWatch {

  private static final long NEVER = -1;

  private final List<WorldEvent> events;
  private final long[] times;
  private final Simulation simulation;
  private final Moments moments;
  private final CallRegistry calls;
  private final List<WorldEvent> atBios = new ArrayList<>();
  private final Consumer<WorldEvent.Action> hands;

  /**
   * Makes a timetable.
   *
   * @param hands who does what is to be done
   */
  Timetable(
      List<WorldEvent> events,
      Simulation simulation,
      Moments moments,
      CallRegistry calls,
      Consumer<WorldEvent.Action> hands) {
    this.events = events;
    this.times = new long[events.size()];
    Arrays.fill(times, NEVER);
    this.simulation = simulation;
    this.moments = moments;
    this.calls = calls;
    this.hands = hands;
  }

  /** Whether it has to see bios. */
  boolean namesBios() {
    for (WorldEvent event : events) {
      if (event.when() instanceof WorldEvent.When.AtBio) {
        return true;
      }
    }
    return false;
  }

  /** Schedules all events, in their order. */
  void start() {
    for (WorldEvent event : events) {
      await(event);
    }
  }

  /** When each event has happened. */
  List<ExternalEvents.EventResult> results() {
    List<ExternalEvents.EventResult> results = new ArrayList<>();
    for (WorldEvent event : events) {
      results.add(new ExternalEvents.EventResult(event, times[event.number()]));
    }
    return results;
  }

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    for (int i = 0; i < atBios.size(); i++) {
      WorldEvent event = atBios.get(i);
      if (names((WorldEvent.When.AtBio) event.when(), tapped, bio)) {
        atBios.remove(i--);
        schedule(event, 0);
      }
    }
  }

  private void await(WorldEvent event) {
    WorldEvent.When when = event.when();
    if (when instanceof WorldEvent.When.At at) {
      schedule(event, at.nanos());
    } else if (when instanceof WorldEvent.When.After after) {
      moments.whenReachedOutside(after.moment(), () -> schedule(event, after.delayNanos()));
    } else if (when instanceof WorldEvent.When.AtEvent at) {
      simulation.log().whenRecorded(at.record(), () -> schedule(event, 0));
    } else if (when instanceof WorldEvent.When.AtBio) {
      atBios.add(event);
    } else {
      throw new IllegalStateException("nobody waits for " + when);
    }
  }

  private void schedule(WorldEvent event, long delayNanos) {
    simulation.scheduleOutside(delayNanos, ignored -> happen(event), 0);
  }

  private void happen(WorldEvent event) {
    times[event.number()] = simulation.now();
    simulation.record(EventKind.ACTION, event.number(), 0, 0, 0, 0);
    hands.accept(event.action());
    moments.reach(event.name());
  }

  private boolean names(WorldEvent.When.AtBio wanted, TappedBio tapped, Bio bio) {
    return wanted.device() == tapped.device()
        && wanted.index() == bio.index()
        && bio.call() >= 0
        && wanted.call().equals(calls.name(bio.call()));
  }
}
