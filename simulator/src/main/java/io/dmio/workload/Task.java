package io.dmio.workload;

/**
 * The user's own code, which runs on the simulated host in virtual time.
 *
 * <p>A task never blocks: it starts, and continues in callbacks. It takes time, randomness, memory
 * and dm-io from its {@link Host} and from nowhere else, so that equal seeds give equal runs, and
 * calls {@link Host#finish} when it is over. What it throws ends it, and fails the run.
 */
@FunctionalInterface
public interface Task {

  /**
   * Starts the task. This returns at once; what comes later happens in callbacks.
   *
   * @param host of this task, and only of this run
   */
  void start(Host host);
}
