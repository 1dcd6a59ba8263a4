package io.dmio.sim;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The clock and the loop of one simulated world.
 *
 * <p>Virtual time is a {@code long} of nanoseconds from 0. Events are handled in the order of
 * (time, insertion). Events are <em>work</em> or <em>background</em> (timers that go on for ever):
 * the loop ends when no work is left.
 *
 * <p>Work is the <em>host's</em> or comes from <em>outside</em>: what hardware and operators do.
 * The host may die, and none of its work happens after that; see {@link #dropHost}.
 *
 * <p>A handle names one scheduled event: its slot and the generation of that slot, so that a handle
 * outlives its event harmlessly.
 */
public final class Simulation {

  private static final byte HOST = 0;
  private static final byte OUTSIDE = 1;
  private static final byte BACKGROUND = 2;

  /** What a handle grows by: its upper half counts how often its event was scheduled. */
  private static final long SCHEDULED_ONCE = 1L << 32;

  private final EventQueue queue;
  private final Choices choices;
  private final EventLog log;
  private final Limits limits;

  /** All events, by slot. */
  private Event[] events = new Event[64];

  private int slots;

  /** The first slot whose event is not scheduled; each such event knows the next. */
  private int free = Event.NONE;

  private long now;
  private long dispatched;
  private int workPending;
  private boolean insideEvent;

  /** Makes a world's core at time 0. */
  public Simulation(EventQueue queue, Choices choices, EventLog log, Limits limits) {
    this.queue = queue;
    this.choices = choices;
    this.log = log;
    this.limits = limits;
  }

  /**
   * Begins to count records against the limits, those from before included: what is recorded while
   * a world is made cannot stop its making. The loop begins it at the latest.
   *
   * @throws LimitReached if there are more already
   */
  public void beginLimits() {
    log.limitTo(limits.events());
  }

  /** The virtual time in nanoseconds. */
  public long now() {
    return now;
  }

  /** Where all chance of this world comes from. */
  public Choices choices() {
    return choices;
  }

  /** The record of what happened. */
  public EventLog log() {
    return log;
  }

  /**
   * Appends to the event log at the current time; see {@link EventKind} for what the fields mean.
   */
  public void record(EventKind kind, int subject, int detail, long a, long b, long c) {
    log.append(now, kind, subject, detail, a, b, c);
  }

  /**
   * Schedules work of the host, or of hardware on its behalf: it does not outlive the host.
   *
   * @param delayNanos from now, not negative
   * @return a handle for {@link #cancel}, never 0
   */
  public long schedule(long delayNanos, EventHandler handler, long argument) {
    long handle = insert(delayNanos, handler, argument, HOST);
    workPending++;
    return handle;
  }

  /** Schedules work that happens whatever becomes of the host; as {@link #schedule}. */
  public long scheduleOutside(long delayNanos, EventHandler handler, long argument) {
    long handle = insert(delayNanos, handler, argument, OUTSIDE);
    workPending++;
    return handle;
  }

  /** Schedules an event that does not keep the run alive, and outlives the host. */
  public long scheduleBackground(long delayNanos, EventHandler handler, long argument) {
    return insert(delayNanos, handler, argument, BACKGROUND);
  }

  /** The host dies: cancels all of its work. What is scheduled from now on is of the next host. */
  public void dropHost() {
    for (int slot = 0; slot < slots; slot++) {
      Event event = events[slot];
      if (event.handler != null && event.kind == HOST) {
        event.handler = null;
        workPending--;
      }
    }
  }

  /** Cancels a scheduled event; false if it was handled or cancelled before. */
  public boolean cancel(long handle) {
    int slot = (int) handle;
    boolean known = slot >= 0 && slot < slots && events[slot].handle == handle;
    if (!known || events[slot].handler == null) {
      return false;
    }
    events[slot].handler = null;
    if (events[slot].kind != BACKGROUND) {
      workPending--;
    }
    return true;
  }

  /**
   * Handles events until no work is left.
   *
   * @throws LimitReached if the time or the number of events goes beyond the limits
   * @throws IllegalStateException if called from inside an event
   */
  public void run() {
    enter();
    try {
      while (workPending > 0) {
        step();
      }
    } finally {
      insideEvent = false;
    }
  }

  /**
   * Handles events until a condition holds or no work is left; as {@link #run}.
   *
   * @return whether the condition holds
   */
  public boolean runUntil(BooleanSupplier condition) {
    enter();
    try {
      while (!condition.getAsBoolean()) {
        if (workPending == 0) {
          return false;
        }
        step();
      }
      return true;
    } finally {
      insideEvent = false;
    }
  }

  /** Whether events are being handled: true from the start of the loop to its end. */
  public boolean insideEvent() {
    return insideEvent;
  }

  /**
   * Ends the run if more calls or bios would be under way at the same time than the limits allow.
   *
   * @param count how many there are
   * @param what they are, in words
   * @throws LimitReached if there is no room for one more
   */
  public void limitAtOnce(int count, String what) {
    limit(count, limits.atOnce(), what);
  }

  private static void limit(int count, int most, String what) {
    if (count >= most) {
      throw LimitReached.atOnce(most, what);
    }
  }

  /** How many events were handled; records in the log are counted apart. */
  public long dispatched() {
    return dispatched;
  }

  /** Work events that are scheduled and not cancelled. */
  public int workPending() {
    return workPending;
  }

  private void enter() {
    if (insideEvent) {
      throw new IllegalStateException("the event loop must not be pumped from inside an event");
    }
    beginLimits();
    insideEvent = true;
  }

  private void step() {
    int slot = queue.pop();
    long time = queue.time(slot);
    Event event = events[slot];
    EventHandler handler = event.handler;
    long argument = event.argument;
    release(event, slot);
    if (handler == null) {
      return;
    }
    if (event.kind != BACKGROUND) {
      workPending--;
    }
    if (time > limits.timeNanos()) {
      throw LimitReached.time(limits.timeNanos());
    }
    if (++dispatched > limits.events()) {
      throw LimitReached.events(limits.events());
    }
    now = time;
    handler.handle(argument);
  }

  private long insert(long delayNanos, EventHandler handler, long argument, byte kind) {
    if (delayNanos < 0) {
      throw new IllegalArgumentException("delayNanos must not be negative: " + delayNanos);
    }
    int slot = free == Event.NONE ? newSlot() : free;
    Event event = events[slot];
    free = event.nextFree;
    event.handler = handler;
    event.argument = argument;
    event.kind = kind;
    event.handle += SCHEDULED_ONCE;
    queue.push(saturatedAdd(now, delayNanos), slot);
    return event.handle;
  }

  private void release(Event event, int slot) {
    event.handler = null;
    event.nextFree = free;
    free = slot;
  }

  private int newSlot() {
    limit(slots, limits.scheduledAtOnce(), "scheduled events");
    if (slots == events.length) {
      events = Arrays.copyOf(events, slots * 2);
    }
    events[slots] = new Event(slots);
    return slots++;
  }

  private static long saturatedAdd(long time, long delay) {
    long sum = time + delay;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
