package io.dmio.workload;

/** Sleeps. */
record SleepStep(StepList list, Step.Sleep step) implements StepRun {

  @Override
  public void begin() {
    long nanos = StepRuns.draw(list.task(), step.nanos(), "sleep");
    list.task().context().after(nanos, ignored -> list.stepEnded());
  }

  @Override
  public String waitsFor() {
    return "the end of its sleep";
  }
}
