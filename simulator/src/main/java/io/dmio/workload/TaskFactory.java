package io.dmio.workload;

/** Makes a task for one run; equal runs need equal, fresh tasks. */
@FunctionalInterface
public interface TaskFactory {

  /** Makes a task. */
  Task create();
}
