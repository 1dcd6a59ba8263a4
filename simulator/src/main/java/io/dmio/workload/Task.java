package io.dmio.workload;

/**
 * Something that runs on the host, in virtual time: steps, a load, or the user's own code.
 *
 * <p>A task never blocks: it starts, and goes on in callbacks. It takes time, randomness, memory
 * and dm-io from its {@link Host} and from nowhere else, and says {@link Host#finish} when it is
 * over.
 */
@FunctionalInterface
public interface Task {

  /** Begins. */
  void start(Host host);
}
