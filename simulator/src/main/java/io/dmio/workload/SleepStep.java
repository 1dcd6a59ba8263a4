package io.dmio.workload;

/** Sleeps. */
record SleepStep(StepOwner owner, Step.Sleep step) implements StepRun {

  @Override
  public void begin() {
    TaskRun task = owner.task();
    long nanos = task.context().draw(task.name() + "/sleep", step.nanos());
    task.context().after(nanos, ignored -> owner.stepEnded());
  }

  @Override
  public String waitsFor() {
    return "the end of its sleep";
  }
}
