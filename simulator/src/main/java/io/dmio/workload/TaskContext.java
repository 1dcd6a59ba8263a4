package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all tasks of a host share. */
final class TaskContext {

  private final WorkloadContext world;
  private final CrossBootState state;
  private final BufferContent content;
  private final Map<String, Integer> instancesLeft = new TreeMap<>();
  private int userCodeDepth;

  TaskContext(WorkloadContext world, CrossBootState state, List<TaskSpec> tasks) {
    this.world = world;
    this.state = state;
    this.content = new BufferContent(world.memory(), world.tags());
    for (TaskSpec task : tasks) {
      instancesLeft.merge(task.family(), 1, Integer::sum);
    }
  }

  WorkloadContext world() {
    return world;
  }

  /** What named reads and writes moved. */
  KnownData data() {
    return state.data();
  }

  /** Fills and reads buffers. */
  BufferContent content() {
    return content;
  }

  BlockDevice device(int number) {
    assert number >= 0 && number < world.devices().size() : "no device has the number " + number;
    return world.devices().get(number);
  }

  long now() {
    return world.simulation().now();
  }

  void record(EventKind kind, int subject, int detail, long a, long b) {
    world.simulation().record(kind, subject, detail, a, b, 0);
  }

  void after(long nanos, EventHandler handler) {
    world.simulation().schedule(nanos, handler, 0);
  }

  /** Draws from a stream of this name, which is made only if there is a choice. */
  long draw(String stream, Quantity quantity) {
    return quantity.low() == quantity.high()
        ? quantity.low()
        : quantity.draw(world.simulation().choices().stream(stream));
  }

  /** A number for data that belongs to no call. */
  long nextPageStamp() {
    return state.nextPageStamp();
  }

  /** Whether somebody may wait for single calls of a load with this id and full name. */
  boolean awaitsCallsOf(String id, String name) {
    return state.named().namesMoment(id) || world.moments().isAwaited(name + "[");
  }

  /** A task is over; with its last instance the moment of the whole family is reached. */
  void taskOver(TaskSpec task) {
    assert instancesLeft.getOrDefault(task.family(), 0) > 0 : task.name() + " is over twice";
    world.moments().reach(task.name());
    if (instancesLeft.merge(task.family(), -1, Integer::sum) == 0) {
      world.moments().reach(task.family());
    }
  }

  /** The user's code starts to run, perhaps inside a callback of itself. */
  void enterUserCode() {
    userCodeDepth++;
  }

  /** The user's code has returned or thrown. */
  void leaveUserCode() {
    assert userCodeDepth > 0 : "code of the user is left more often than entered";
    userCodeDepth--;
  }

  /** Whether the user's code is running on this host. */
  boolean runsUserCode() {
    return userCodeDepth > 0;
  }

  /** Says that a task found something wrong. */
  void complain(Complaint complaint) {
    world.listener().complained(complaint);
  }

  /** Reaches a mark. */
  void mark(int task, String name) {
    record(EventKind.MARK, task, state.mark(name), 0, 0);
    world.moments().reach(name);
  }

  /**
   * Reaches the moment of what a step has made. A repetition may make any number of them; of its
   * rounds only those are kept that some step waits for.
   *
   * @param id what steps that wait may call it
   * @param name that of this round
   */
  void reached(String id, String name) {
    boolean single = id.equals(name);
    if (single || state.named().namesMoment(id) || world.moments().isAwaited(name)) {
      world.moments().reach(name);
    }
  }

  /** Reaches the mark of a step, under its plain name in the first round. */
  void mark(int task, String id, String name) {
    record(EventKind.MARK, task, state.markOfStep(name), 0, 0);
    reached(id, name);
    if (!id.equals(name)) {
      reached(id, id);
    }
  }
}
