package io.dmio.workload;

import io.dmio.engine.CallEventCodec;
import io.dmio.engine.IoReturn;
import io.dmio.sim.EventKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A task of steps: its list, the lists that run in callbacks, and its calls under way.
 *
 * <p>It is over when its list and the {@code then} of every call that it made are over; calls
 * without {@code then} may still be under way.
 */
final class StepTask implements TaskRun {

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
    assert listsExpected == 0 && !over : name() + " starts twice";
    context.record(EventKind.TASK_START, id(), 0, 0, 0);
    listsExpected++;
    StepList list = list(spec.steps(), RoundNames.ofTask(spec.steps()), name(), false);
    context.after(0, ignored -> list.start());
  }

  @Override
  public int id() {
    return spec.id();
  }

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public TaskContext context() {
    return context;
  }

  /** A signal arrives; it stays pending until {@link #takeSignal}. */
  void signal() {
    signalled = true;
  }

  @Override
  public boolean takeSignal() {
    boolean pending = signalled;
    signalled = false;
    return pending;
  }

  /** Whether a task, or the family of its instances, has this name. */
  boolean isCalled(String name) {
    return name.equals(spec.name()) || name.equals(spec.family());
  }

  @Override
  public OpenCalls calls() {
    return calls;
  }

  /** Whether it is over and none of its calls is under way. */
  boolean isFinished() {
    return over && calls.count() == 0;
  }

  @Override
  public void expectThen() {
    listsExpected++;
  }

  @Override
  public void runThen(List<Step> steps, RoundNames names, String path) {
    assert lists.size() < listsExpected : name() + " runs a then of " + path + " it did not expect";
    list(steps, names, path, true).start();
  }

  @Override
  public void missThen() {
    expectedListOver();
  }

  private StepList list(List<Step> steps, RoundNames names, String path, boolean inline) {
    StepList list = new StepList(this, steps, names, path, inline, this::listOver);
    lists.add(list);
    return list;
  }

  private void listOver(StepList list) {
    boolean known = lists.remove(list);
    assert known : list.stepName() + " is over twice";
    expectedListOver();
  }

  private void expectedListOver() {
    assert listsExpected > 0 && !over : name() + " is over already";
    if (--listsExpected == 0) {
      over = true;
      context.record(EventKind.TASK_END, id(), 0, 0, 0);
      context.taskOver(spec);
    }
  }

  @Override
  public void poolCallEnded(String step, IoReturn result, CallExpectation expect) {
    if (result.refusal() != null) {
      CallEventCodec.Refuse.write(context.world().simulation(), -1, result.refusal());
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
