package io.dmio.workload;

import io.dmio.engine.CallRegistry;
import io.dmio.sim.EventHandler;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A replay: one submitter that makes each call at its time.
 *
 * <p>While a call has not returned, because it waits for memory, no other is made; those that are
 * late because of it are made as soon as it has. The next call is made by an event after one has
 * ended, never inside the callback.
 */
final class ReplayTask implements StepRun, EventHandler {

  private final StepOwner owner;
  private final ReplaySpec spec;
  private final String name;
  private final boolean named;
  private final boolean keepsWrites;
  private final CallRegistry.Family family;
  private final long startNanos;
  private final Deque<ReplaySlot> idle = new ArrayDeque<>();

  private int made;
  private int underWay;
  private boolean blocked;
  private boolean submitting;
  private boolean timed;

  ReplayTask(StepOwner owner, Step.Replay step) {
    TaskContext context = owner.task().context();
    this.owner = owner;
    this.spec = step.replay();
    this.name = owner.names().name(step.id());
    this.named = context.awaitsCallsOf(step.id(), name);
    this.keepsWrites = context.data().keepsWrite(step.id());
    this.family = context.world().calls().family(name, owner.task().id());
    this.startNanos = context.now();
  }

  @Override
  public void begin() {
    makeCalls();
  }

  @Override
  public String waitsFor() {
    int left = spec.requests().count() - made;
    return underWay + " calls of " + name + (left == 0 ? "" : ", and " + left + " to be made");
  }

  /** The time of a request has come. */
  @Override
  public void handle(long argument) {
    timed = false;
    makeCalls();
  }

  TaskRun task() {
    return owner.task();
  }

  ReplaySpec spec() {
    return spec;
  }

  /** Whether somebody may wait for a single call. */
  boolean isNamed() {
    return named;
  }

  /** Whether some verify names a single write. */
  boolean keepsWrites() {
    return keepsWrites;
  }

  /** Numbers a call of this replay. */
  int nextCall() {
    return task().context().world().calls().nextOf(family);
  }

  /** The call that is being made has returned. */
  void returned() {
    assert blocked : name + " hears the return of a call that it does not make";
    blocked = false;
    if (!submitting) {
      task().context().after(0, ignored -> makeCalls());
    }
  }

  /** A slot is free again. */
  void idle(ReplaySlot slot) {
    assert underWay > 0 : name + " has no call under way that could end";
    underWay--;
    idle.addLast(slot);
    makeCalls();
  }

  private void makeCalls() {
    if (submitting) {
      return;
    }
    submitting = true;
    while (mayMake() && dueIn() <= 0) {
      blocked = true;
      underWay++;
      assert underWay <= spec.ioDepth() : underWay + " calls are under way of " + spec.ioDepth();
      slot().make(made++);
    }
    submitting = false;
    if (mayMake()) {
      awaitTime();
    } else if (underWay == 0 && made == spec.requests().count()) {
      end();
    }
  }

  private boolean mayMake() {
    return !blocked && underWay < spec.ioDepth() && made < spec.requests().count();
  }

  private long dueIn() {
    return startNanos + spec.requests().nanos(made) - task().context().now();
  }

  private void awaitTime() {
    if (!timed) {
      timed = true;
      task().context().after(dueIn(), this);
    }
  }

  private ReplaySlot slot() {
    ReplaySlot slot = idle.pollLast();
    return slot == null ? new ReplaySlot(this) : slot;
  }

  private void end() {
    assert !blocked && !timed : name + " ends while it waits";
    task().context().world().moments().reach(name);
    owner.stepEnded();
  }
}
