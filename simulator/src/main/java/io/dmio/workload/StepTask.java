package io.dmio.workload;

import io.dmio.engine.IoReturn;
import io.dmio.sim.EventKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A task of steps: its list, the lists that run in callbacks, and its calls under way.
 *
 * <p>It is over when its list and the {@code then} of every call that it made are over; calls
 * without {@code then} may go on.
 */
final class StepTask {

  private static final int MOST_CALLS_TOLD = 4;

  private final TaskContext context;
  private final TaskSpec spec;
  private final List<StepList> lists = new ArrayList<>();
  private final OpenCalls calls = new OpenCalls();
  private int listsExpected;
  private boolean over;
  private boolean signalled;

  StepTask(TaskContext context, TaskSpec spec) {
    this.context = context;
    this.spec = spec;
  }

  /** Schedules the first step. */
  void start() {
    context.record(EventKind.TASK_START, id(), 0, 0, 0);
    expectList();
    StepList list = list(spec.steps(), RoundNames.ofTask(spec.steps()), name(), false);
    context.after(0, ignored -> list.start());
  }

  int id() {
    return spec.id();
  }

  String name() {
    return spec.name();
  }

  TaskContext context() {
    return context;
  }

  /** A signal arrives; it stays pending until {@link #takeSignal}. */
  void signal() {
    signalled = true;
  }

  /** Whether a signal is pending; the call that asks goes back with it, and it is handled. */
  boolean takeSignal() {
    boolean pending = signalled;
    signalled = false;
    return pending;
  }

  /** Whether a task, or the family of its instances, has this name. */
  boolean isCalled(String name) {
    return name.equals(spec.name()) || name.equals(spec.family());
  }

  /** The calls that are under way. */
  OpenCalls calls() {
    return calls;
  }

  /** Whether it is over and none of its calls is under way. */
  boolean isFinished() {
    return over && calls.count() == 0;
  }

  /** A call with a {@code then} was made: the task is not over before that is. */
  void expectList() {
    listsExpected++;
  }

  /** Makes a list that was expected. */
  StepList list(List<Step> steps, RoundNames names, String path, boolean inline) {
    StepList list = new StepList(this, steps, names, path, inline);
    lists.add(list);
    return list;
  }

  /** A list is over. */
  void listOver(StepList list) {
    lists.remove(list);
    expectedListOver();
  }

  /** An expected list is over, or will never come. */
  void expectedListOver() {
    if (--listsExpected == 0) {
      over = true;
      context.record(EventKind.TASK_END, id(), 0, 0, 0);
      context.taskOver(spec);
    }
  }

  /** Announces what came of a get or put. */
  void poolCall(String step, IoReturn result, CallExpectation expect) {
    if (result.refusal() != null) {
      context.record(EventKind.REFUSE, -1, result.refusal().ordinal(), 0, 0);
    }
    context.world().listener().poolCallEnded(id(), step, result, expect);
  }

  /** What it waits for, in one line. */
  String waitsFor() {
    StringBuilder text = new StringBuilder(name()).append(':');
    String separator = " ";
    for (StepList list : lists) {
      text.append(separator).append(list.waitsFor());
      separator = "; ";
    }
    if (calls.count() > 0) {
      text.append(separator).append("under way: ").append(calls.describe(MOST_CALLS_TOLD));
    }
    return text.toString();
  }
}
