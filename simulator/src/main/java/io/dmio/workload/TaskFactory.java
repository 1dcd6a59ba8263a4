package io.dmio.workload;

/** Makes a task for one run; equal runs need equal, fresh tasks. */
@FunctionalInterface
public interface TaskFactory {

  /** Makes a task. What its constructor throws is a mistake of the task. */
  Task create();

  /** Who watches over the code of the tasks. */
  default CodeWatch watch() {
    return CodeWatch.NONE;
  }
}
