package io.dmio.workload;

import io.dmio.engine.CallRegistry;
import io.dmio.engine.IoReturn;

/** What each verb does. */
final class StepRuns {

  private StepRuns() {}

  /** Numbers the call that a step makes; -1 if it makes none, or more than one. */
  static int callOf(Step step, StepOwner owner) {
    boolean makesOne = step instanceof Step.Call || step instanceof Step.Verify;
    CallRegistry calls = owner.task().context().world().calls();
    return makesOne ? calls.nextOfStep(owner.names().name(step.made()), owner.task().id()) : -1;
  }

  /** Makes the run of a step. */
  static StepRun of(Step step, StepOwner owner, int call) {
    if (step instanceof Step.Call spec) {
      return new CallStep(owner, spec, call);
    }
    if (step instanceof Step.Verify verify) {
      return new VerifyStep(owner, verify, call);
    }
    if (step instanceof Step.Wait wait) {
      return new WaitStep(owner, wait);
    }
    if (step instanceof Step.Sleep sleep) {
      return new SleepStep(owner, sleep);
    }
    if (step instanceof Step.Load load) {
      return new LoadTask(owner, load);
    }
    if (step instanceof Step.Replay replay) {
      return new ReplayTask(owner, replay);
    }
    if (step instanceof Step.Java java) {
      return new TaskHost(owner, java);
    }
    return atOnce(step, owner);
  }

  private static StepRun atOnce(Step step, StepOwner owner) {
    if (step instanceof Step.Get get) {
      return new AtOnce(owner, () -> get(owner, get));
    }
    if (step instanceof Step.Put put) {
      return new AtOnce(owner, () -> put(owner, put));
    }
    if (step instanceof Step.Mark mark) {
      return new AtOnce(owner, () -> mark(owner, mark));
    }
    if (step instanceof Step.Repeat repeat) {
      return new AtOnce(owner, () -> repeat(owner, repeat));
    }
    throw new IllegalArgumentException("unknown step: " + step);
  }

  private static void get(StepOwner owner, Step.Get get) {
    IoReturn result = owner.task().context().world().io().get(get.pages());
    owner.task().poolCallEnded(owner.stepName(), result, get.expect());
  }

  private static void put(StepOwner owner, Step.Put put) {
    IoReturn result = owner.task().context().world().io().put(put.pages());
    owner.task().poolCallEnded(owner.stepName(), result, put.expect());
  }

  private static void mark(StepOwner owner, Step.Mark mark) {
    TaskRun task = owner.task();
    task.context().mark(task.id(), mark.name(), owner.names().name(mark.name()));
  }

  private static void repeat(StepOwner owner, Step.Repeat repeat) {
    TaskRun task = owner.task();
    owner.repeat(repeat, task.context().draw(task.name() + "/repeat", repeat.times()));
  }

  /** A step that ends where it begins. */
  private record AtOnce(StepOwner owner, Runnable action) implements StepRun {

    @Override
    public void begin() {
      action.run();
      owner.stepEnded();
    }

    @Override
    public String waitsFor() {
      return "its turn";
    }
  }
}
