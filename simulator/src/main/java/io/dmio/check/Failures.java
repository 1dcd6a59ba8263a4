package io.dmio.check;

import io.dmio.ledger.ObservedCall;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that failed, in order, and how much was compared. A failure never ends or changes a
 * run.
 *
 * <p>The first ones are kept, all are counted.
 */
public final class Failures {

  private final Simulation simulation;
  private final CallDirectory calls;
  private final List<Check> skipped;
  private final int most;
  private final Tally tally = new Tally();
  private final List<Failure> kept = new ArrayList<>();
  private long count;

  /**
   * Makes an empty collection.
   *
   * @param skipped checks whose failures are not failures
   * @param most how many are kept
   */
  public Failures(Simulation simulation, CallDirectory calls, List<Check> skipped, int most) {
    this.simulation = simulation;
    this.calls = calls;
    this.skipped = List.copyOf(skipped);
    this.most = most;
  }

  /** A failure of the run as a whole. */
  public void add(Check check, String message) {
    add(check, message, FailureLocation.NOWHERE);
  }

  /** A failure that belongs to a task and one of its steps. */
  public void add(Check check, String message, int task, @Nullable String step) {
    keep(check, message, FailureLocation.NOWHERE, task, step);
  }

  void add(Check check, String message, FailureLocation place) {
    add(check, message, place, place.call() < 0 ? -1 : calls.ruleOfCall(place.call()));
  }

  /** A failure at a place, with the number of the rule involved, or -1. */
  void add(Check check, String message, FailureLocation place, int rule) {
    boolean known = place.call() >= 0;
    keep(
        check,
        message,
        place,
        known ? calls.taskOfCall(place.call()) : -1,
        known ? calls.call(place.call()) : null,
        rule);
  }

  void keep(Check check, String message, FailureLocation place, int task, @Nullable String step) {
    int rule = place.call() < 0 ? -1 : calls.ruleOfCall(place.call());
    keep(check, message, place, task, step, rule);
  }

  private void keep(
      Check check,
      String message,
      FailureLocation place,
      int task,
      @Nullable String step,
      int rule) {
    if (!isWanted(check)) {
      return;
    }
    count++;
    assert count > kept.size() : count + " failures, and " + kept.size() + " kept before";
    if (kept.size() == most) {
      return;
    }
    kept.add(
        new Failure(
            check,
            message,
            simulation.now(),
            simulation.log().count(),
            task,
            step,
            place.call(),
            place.region(),
            place.device(),
            place.sector(),
            place.count(),
            place.expected(),
            place.actual(),
            rule));
  }

  /** Virtual nanoseconds. */
  long nanos() {
    return simulation.now();
  }

  /** Whether failures of a check count. */
  public boolean isWanted(Check check) {
    return !skipped.contains(check);
  }

  /** Where checks count what they compare. */
  Tally tally() {
    return tally;
  }

  /** An expectation of the whole run is judged. */
  public void judgesRun() {
    tally.add(Comparison.RUN_EXPECTATIONS);
  }

  /** How much was compared so far. */
  public Compared compared() {
    return tally.compared(skipped);
  }

  /** The first failures, the first first. */
  public List<Failure> kept() {
    return List.copyOf(kept);
  }

  /** How many there were altogether. */
  public long count() {
    return count;
  }

  /** The first failure, or null if all held. */
  public @Nullable Failure first() {
    return kept.isEmpty() ? null : kept.get(0);
  }

  /** The name of a fault rule, for messages. */
  String ruleName(int rule) {
    return calls.rule(rule);
  }

  /** The name of a call, for messages. */
  String nameOf(ObservedCall call) {
    return callName(call.number());
  }

  /** The name of the call of a number, for messages. */
  String callName(int number) {
    return calls.call(number);
  }
}
