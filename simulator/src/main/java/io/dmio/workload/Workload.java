package io.dmio.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * The tasks of a world. Worked example:
 *
 * <pre>{@code
 * Workload workload = new Workload(spec.tasks(), context);
 * workload.start();
 * simulation.run();
 * if (!workload.isFinished()) {
 *   workload.unfinished().forEach(hang::add);
 * }
 * }</pre>
 */
public final class Workload {

  private final List<StepTask> tasks = new ArrayList<>();

  /** Makes tasks that have not begun. */
  public Workload(List<TaskSpec> tasks, WorkloadContext context) {
    Workbench bench = new Workbench(context, tasks);
    for (TaskSpec task : tasks) {
      this.tasks.add(new StepTask(bench, task));
    }
  }

  /** Schedules the first step of every task for now, in the order of the tasks. */
  public void start() {
    tasks.forEach(StepTask::start);
  }

  /** Whether all tasks are over and all their calls have ended. */
  public boolean isFinished() {
    return tasks.stream().allMatch(StepTask::isFinished);
  }

  /** For the report of a hang: a line for every task that is not over, and what it waits for. */
  public List<String> unfinished() {
    return tasks.stream().filter(task -> !task.isFinished()).map(StepTask::waitsFor).toList();
  }
}
