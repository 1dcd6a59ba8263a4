package io.dmio.workload;

import io.dmio.engine.CallRegistry;
import io.dmio.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A load: one submitter that keeps up to {@code ioDepth} calls under way.
 *
 * <p>While a call has not returned, because it waits for memory, no other is made. A load of
 * synchronous calls has one call under way, whatever its depth. The next call is made by an event
 * after one has ended, never inside the callback.
 */
final class LoadTask implements StepRun {

  private final StepOwner owner;
  private final LoadSpec spec;
  private final String name;
  private final boolean named;
  private final boolean keepsWrites;
  private final CallRegistry calls;
  private final CallRegistry.Family family;
  private final LoadDraws draws;
  private final @Nullable WrittenTags written;
  private final LoadSlot[] slots;
  private final LoadSlot[] idle;
  private final long startNanos;

  private int idleCount;
  private long made;
  private long unflushedWrites;
  private boolean stopped;
  private boolean blocked;
  private boolean submitting;

  LoadTask(StepOwner owner, Step.Load step) {
    TaskRun task = owner.task();
    Simulation simulation = task.context().world().simulation();
    this.owner = owner;
    this.spec = step.load();
    this.name = owner.names().name(step.id());
    this.named = task.context().awaitsCallsOf(step.id(), name);
    this.keepsWrites = task.context().data().keepsWrite(step.id());
    this.calls = task.context().world().calls();
    this.family = calls.family(name, task.id());
    this.draws =
        new LoadDraws(
            spec, simulation.choices().stream(spec.stream()), task.context().world().devices());
    this.written = spec.verify() ? new WrittenTags(task.context()) : null;
    this.startNanos = simulation.now();
    this.slots = new LoadSlot[spec.calls().sync() ? 1 : spec.pace().ioDepth()];
    this.idle = new LoadSlot[slots.length];
  }

  @Override
  public void begin() {
    assert made == 0 && idleCount == 0 : name + " begins again after " + made + " calls";
    for (int i = slots.length - 1; i >= 0; i--) {
      slots[i] = new LoadSlot(this, draws.mostSectors());
      idle[idleCount++] = slots[i];
    }
    makeCalls();
  }

  @Override
  public String waitsFor() {
    return (slots.length - idleCount) + " calls of " + name;
  }

  TaskRun task() {
    return owner.task();
  }

  LoadSpec spec() {
    return spec;
  }

  String name() {
    return name;
  }

  LoadDraws draws() {
    return draws;
  }

  /** Whether somebody may wait for a single call. */
  boolean isNamed() {
    return named;
  }

  /** Whether some verify names a single write. */
  boolean keepsWrites() {
    return keepsWrites;
  }

  /** What was written, if that is to be read back. */
  @Nullable WrittenTags written() {
    return written;
  }

  /** Numbers a call of this load. */
  int nextCall() {
    return calls.nextOf(family);
  }

  /** The call that is being made has returned. */
  void returned() {
    assert blocked : name + " hears the return of a call that it does not make";
    blocked = false;
    if (!submitting && idleCount > 0 && goesOn()) {
      task().context().after(0, ignored -> makeCalls());
    }
  }

  /** A call is over. */
  void ended(boolean failed) {
    stopped |= failed && spec.pace().stopOnError();
  }

  /** A slot is free again. */
  void idle(LoadSlot slot) {
    assert idleCount < slots.length : name + " has no call under way that could end";
    idle[idleCount++] = slot;
    makeCalls();
  }

  private void makeCalls() {
    assert !submitting : name + " makes calls inside a call";
    submitting = true;
    while (!blocked && idleCount > 0 && goesOn()) {
      blocked = true;
      makeCall(idle[--idleCount]);
    }
    submitting = false;
    if (idleCount == slots.length && !goesOn()) {
      end();
    }
  }

  private void makeCall(LoadSlot slot) {
    assert spec.fsync() == 0 || unflushedWrites <= spec.fsync()
        : unflushedWrites + " writes were not flushed";
    if (flushIsDue()) {
      unflushedWrites = 0;
      slot.flush();
    } else {
      made++;
      unflushedWrites += slot.make() ? 1 : 0;
    }
  }

  private long now() {
    return task().context().now();
  }

  private boolean flushIsDue() {
    return spec.fsync() > 0 && unflushedWrites == spec.fsync();
  }

  private boolean goesOn() {
    LoadSpec.Pace pace = spec.pace();
    boolean more = made < pace.most() && now() - startNanos <= pace.runtimeNanos();
    return !stopped && (more || flushIsDue());
  }

  private void end() {
    assert made <= spec.pace().most() : made + " calls were made of " + spec.pace().most();
    for (LoadSlot slot : slots) {
      slot.free();
    }
    if (written == null) {
      finish();
    } else {
      new LoadReadBack(this, written).begin();
    }
  }

  /** The load is over, and what it wrote is compared. */
  void finish() {
    owner.task().context().world().moments().reach(name);
    owner.stepEnded();
  }
}
