package io.dmio.workload;

import io.dmio.engine.CallRegistry;
import io.dmio.engine.IoReturn;
import io.dmio.sim.RandomStream;

/** What each verb does. */
final class StepRuns {

  private StepRuns() {}

  /** Numbers the call that a step makes; -1 if it makes none, or more than one. */
  static int callOf(Step step, StepList list) {
    String id = step instanceof Step.Call call ? call.id() : "";
    if (step instanceof Step.Verify verify) {
      id = verify.id();
    }
    CallRegistry calls = list.task().context().world().calls();
    return id.isEmpty() ? -1 : calls.nextOfStep(list.names().name(id), list.task().id());
  }

  /** Makes the run of a step. */
  static StepRun of(Step step, StepList list, int call) {
    if (step instanceof Step.Call spec) {
      return new CallStep(list, spec, call);
    }
    if (step instanceof Step.Verify verify) {
      return new VerifyStep(list, verify, call);
    }
    if (step instanceof Step.Wait wait) {
      return new WaitStep(list, wait);
    }
    if (step instanceof Step.Sleep sleep) {
      return new SleepStep(list, sleep);
    }
    if (step instanceof Step.Load load) {
      return new LoadTask(list, load);
    }
    if (step instanceof Step.Replay replay) {
      return new ReplayTask(list, replay);
    }
    if (step instanceof Step.Java java) {
      return new TaskHost(list, java);
    }
    return atOnce(step, list);
  }

  private static StepRun atOnce(Step step, StepList list) {
    if (step instanceof Step.Get get) {
      return new AtOnce(list, () -> get(list, get));
    }
    if (step instanceof Step.Put put) {
      return new AtOnce(list, () -> put(list, put));
    }
    if (step instanceof Step.Mark mark) {
      return new AtOnce(list, () -> mark(list, mark));
    }
    if (step instanceof Step.Repeat repeat) {
      return new AtOnce(list, () -> repeat(list, repeat));
    }
    throw new IllegalArgumentException("unknown step: " + step);
  }

  private static void get(StepList list, Step.Get get) {
    IoReturn result = list.task().context().world().io().get(get.pages());
    list.task().poolCall(list.stepName(), result, get.expect());
  }

  private static void put(StepList list, Step.Put put) {
    IoReturn result = list.task().context().world().io().put(put.pages());
    list.task().poolCall(list.stepName(), result, put.expect());
  }

  private static void mark(StepList list, Step.Mark mark) {
    StepTask task = list.task();
    task.context().mark(task.id(), mark.name(), list.names().name(mark.name()));
  }

  private static void repeat(StepList list, Step.Repeat repeat) {
    list.repeat(repeat, draw(list.task(), repeat.times(), "repeat"));
  }

  /** Draws from a stream of the task, which is made only if there is a choice. */
  static long draw(StepTask task, Quantity quantity, String what) {
    if (quantity.low() == quantity.high()) {
      return quantity.low();
    }
    RandomStream stream =
        task.context().world().simulation().choices().stream(task.name() + "/" + what);
    return quantity.draw(stream);
  }

  /** A step that ends where it begins. */
  private record AtOnce(StepList list, Runnable action) implements StepRun {

    @Override
    public void begin() {
      action.run();
      list.stepEnded();
    }

    @Override
    public String waitsFor() {
      return "its turn";
    }
  }
}
