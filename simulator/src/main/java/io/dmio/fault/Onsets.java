package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.CallNames;
import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import io.dmio.sim.Moments;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * When a rule sets in and how long an onset lasts; what it does is up to its kind.
 *
 * <p>A trigger without {@code nth}, {@code every}, {@code probability} and {@code at-bio} is
 * <em>standing</em>: its fault is there from the moment at which its window opens until it closes,
 * and its onset is counted at the first hit. All other triggers decide at each bio or allocation
 * that matches; their window limits when they set in, and only their ending says how long an onset
 * lasts.
 */
final class Onsets {

  /** In place of a bio's number: none. */
  static final long NO_BIO = -1;

  private final int number;
  private final String name;
  private final Trigger trigger;
  private final Ending ending;
  private final Simulation simulation;
  private final Moments moments;
  private final CallNames calls;
  private final OnsetScope scope;
  private final @Nullable RandomStream stream;
  private final boolean standing;
  private final long times;
  private final EventHandler expiry = this::expired;

  private Onsets[] group = {};
  private boolean follower;
  private long opensAt;
  private long matched;
  private long fired;
  private long hits;
  private boolean active;
  private long lastsUntil;

  /**
   * Makes those of a rule that has not set in.
   *
   * @param ending when an onset is over; of a pool's rule it may be another than its spec says
   * @param scope what they are about
   */
  Onsets(FaultSpec spec, Ending ending, OnsetScope scope, RuleContext context) {
    this.number = spec.number();
    this.name = spec.name();
    this.trigger = spec.trigger();
    this.ending = ending;
    this.scope = scope;
    simulation = context.simulation();
    moments = context.moments();
    calls = context.calls();
    standing = isStanding(trigger);
    boolean once = standing && ending.kind() != Ending.Kind.AT_ONCE;
    times = once ? Math.min(1, trigger.times()) : trigger.times();
    boolean drawn = !trigger.probability().certain();
    stream = drawn ? simulation.choices().stream("fault/" + name) : null;
    opensAt = trigger.after() == null ? trigger.fromNanos() : Long.MAX_VALUE;
  }

  /** Gets ready, after it has joined its group: listens for the moment that it comes after. */
  void prepare() {
    if (trigger.after() != null) {
      moments.whenReachedOutside(trigger.after(), this::reachedAfter);
    }
    scope.prepared();
  }

  /** Whether the rule sets in only where and when something beyond its place says so. */
  boolean isConditional() {
    return !standing || trigger.fromNanos() > 0 || trigger.after() != null;
  }

  /** Names the rules of its group; a follower sets in only together with another. */
  void joinGroup(Onsets[] others, boolean follows) {
    group = others;
    follower = follows;
  }

  int number() {
    return number;
  }

  long fired() {
    return fired;
  }

  long hits() {
    return hits;
  }

  boolean isStanding() {
    return standing && !follower;
  }

  /** Counts a bio or allocation that matches; an onset that has run out is over by now. */
  void countMatch() {
    matched++;
    if (active && !isActive()) {
      expire();
    }
  }

  /** Whether an onset lasts just now. */
  boolean isActive() {
    return active && simulation.now() < lastsUntil;
  }

  /** Whether the window is open. */
  boolean isOpen() {
    long now = simulation.now();
    return now >= opensAt && now < trigger.untilNanos();
  }

  /** One draw; true without one if the rule leaves nothing to chance. */
  boolean draw() {
    return stream == null || stream.hits(trigger.probability());
  }

  /** Whether all conditions but the probability hold for what was matched last. */
  boolean mayTrigger() {
    return fired < times
        && !follower
        && isOpen()
        && (trigger.nth() == 0 || matched == trigger.nth())
        && (trigger.every() == 0 || matched % trigger.every() == 0)
        && !(standing && simulation.now() >= standingEnd());
  }

  /** Whether {@code at-bio}, if there is one, names this bio. */
  boolean isNamed(Bio bio, int device) {
    Trigger.AtBio named = trigger.atBio();
    return named == null
        || (named.device() == device
            && named.index() == bio.index()
            && bio.call() >= 0
            && named.call().equals(calls.name(bio.call())));
  }

  /** An onset by the rule's own trigger: its group sets in with it. */
  void begin() {
    beginUntil(standing ? standingEnd() : ownEnd());
    for (Onsets other : group) {
      if (other != this && other.fired < other.times && !other.isActive()) {
        other.beginWithGroup();
      }
    }
  }

  /** Counts a bio or allocation that failed by this rule. */
  void hit(int device, long first, long count, long bio) {
    hits++;
    simulation.record(EventKind.FAULT, number, device, first, count, bio);
    if (ending.kind() == Ending.Kind.AT_ONCE) {
      end();
    }
  }

  /** The onset is over. */
  void end() {
    active = false;
    scope.ended();
  }

  private void beginWithGroup() {
    beginUntil(ownEnd());
    scope.spread();
    scope.recordOnset();
  }

  private void beginUntil(long until) {
    fired++;
    active = true;
    lastsUntil = until;
    if (ending.kind() == Ending.Kind.AFTER) {
      simulation.scheduleBackground(until - simulation.now(), expiry, fired);
    }
    if (fired == 1) {
      moments.reach(name);
    }
  }

  private void expired(long onset) {
    if (onset == fired && active) {
      expire();
    }
  }

  private void expire() {
    if (ending.kind() == Ending.Kind.AFTER) {
      scope.recordEnd();
    }
    end();
  }

  private long ownEnd() {
    return ending.kind() == Ending.Kind.AFTER
        ? saturatedAdd(simulation.now(), ending.nanos())
        : Long.MAX_VALUE;
  }

  private long standingEnd() {
    return ending.kind() == Ending.Kind.AFTER
        ? Math.min(trigger.untilNanos(), saturatedAdd(opensAt, ending.nanos()))
        : trigger.untilNanos();
  }

  private void reachedAfter() {
    opensAt =
        Math.max(trigger.fromNanos(), saturatedAdd(simulation.now(), trigger.afterDelayNanos()));
  }

  static boolean isStanding(Trigger trigger) {
    return trigger.nth() == 0
        && trigger.every() == 0
        && trigger.atBio() == null
        && trigger.probability().certain();
  }

  private static long saturatedAdd(long time, long delay) {
    long sum = time + delay;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
