package io.dmio.workload;

import org.jspecify.annotations.Nullable;

/** Waits for a moment, or for all calls of the task that are under way. */
record WaitStep(StepOwner owner, Step.Wait step) implements StepRun {

  @Override
  public void begin() {
    String name = resolved();
    if (name == null) {
      owner.task().calls().whenAllEnded(owner::stepEnded);
    } else {
      owner.task().context().world().moments().whenReached(name, owner::stepEnded);
    }
  }

  @Override
  public String waitsFor() {
    String name = resolved();
    return name == null ? "the end of all its calls" : name;
  }

  private @Nullable String resolved() {
    String name = step.name();
    return name == null ? null : owner.names().resolve(name);
  }
}
