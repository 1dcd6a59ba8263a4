package io.dmio.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * The tasks of one boot of a host. Worked example:
 *
 * <pre>{@code
 * Workload workload = new Workload(spec.tasks(), world);
 * workload.start();
 * simulation.run();
 * if (!workload.isFinished()) {
 *   workload.unfinished().forEach(hang::add);
 * }
 * }</pre>
 */
public final class Workload {

  private final List<TaskSpec> specs;
  private final CrossBootState state;
  private final int boot;
  private final List<StepTask> tasks = new ArrayList<>();

  /** Makes the tasks of the first boot, which have not begun. */
  public Workload(List<TaskSpec> tasks, WorkloadContext world) {
    this(tasks, new CrossBootState(tasks, world.places()), 1, world);
  }

  private Workload(List<TaskSpec> all, CrossBootState of, int number, WorkloadContext world) {
    specs = List.copyOf(all);
    state = of;
    boot = number;
    List<TaskSpec> own = new ArrayList<>();
    for (TaskSpec task : specs) {
      if (task.boot() == number) {
        own.add(task);
      }
    }
    TaskContext context = new TaskContext(world, state, own);
    for (TaskSpec task : own) {
      tasks.add(new StepTask(context, task));
    }
  }

  /**
   * Makes the tasks of the next boot. What named writes wrote is known to them; what was read is
   * gone with the memory of its host.
   */
  public Workload nextBoot(WorkloadContext world) {
    state.data().forgetReads();
    return new Workload(specs, state, boot + 1, world);
  }

  /** Which boot of the host this is, from 1. */
  public int boot() {
    return boot;
  }

  /** Schedules the first step of every task for now, in the order of the tasks. */
  public void start() {
    for (StepTask task : tasks) {
      assert !task.isFinished() : task.name() + " was started before";
      task.start();
    }
  }

  /** Sends a signal to a task, or to all instances of that name. */
  public void signal(String name) {
    tasks.stream().filter(task -> task.isCalled(name)).forEach(StepTask::signal);
  }

  /** Whether all tasks are over and all their calls have ended. */
  public boolean isFinished() {
    return unfinished().isEmpty();
  }

  /** For the report of a hang: a line for every task that is not over, and what it waits for. */
  public List<String> unfinished() {
    List<String> lines = new ArrayList<>();
    for (StepTask task : tasks) {
      if (!task.isFinished()) {
        lines.add(task.waitsFor());
      }
    }
    return lines;
  }
}
