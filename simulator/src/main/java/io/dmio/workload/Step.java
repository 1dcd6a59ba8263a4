package io.dmio.workload;

import io.dmio.block.RequestOp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a task. Names are unique in a scenario; a call without an id is {@code task.step}.
 */
public sealed interface Step {

  /** The name of what the step makes, for which others can wait; empty if it makes nothing. */
  String made();

  /**
   * {@code dm_io_get}.
   *
   * @param pages for how many pages
   * @param expect what must come of it
   */
  record Get(int pages, CallExpectation expect) implements Step {

    @Override
    public String made() {
      return "";
    }
  }

  /**
   * {@code dm_io_put}.
   *
   * @param pages for how many pages
   * @param expect what must come of it
   */
  record Put(int pages, CallExpectation expect) implements Step {

    @Override
    public String made() {
      return "";
    }
  }

  /**
   * A call of dm-io.
   *
   * @param id its name
   * @param op what it does
   * @param regions where
   * @param manner how it is made
   * @param buffer what it moves
   * @param expect judged when the call has ended
   * @param then steps that run inside the callback
   */
  record Call(
      String id,
      RequestOp op,
      List<RegionSpec> regions,
      Manner manner,
      Buffer buffer,
      CallExpectation expect,
      List<Step> then)
      implements Step {

    /** Copies the lists. */
    public Call {
      regions = List.copyOf(regions);
      then = List.copyOf(then);
    }

    @Override
    public String made() {
      return id;
    }
  }

  /**
   * How a call is made.
   *
   * @param sync whether the step ends only when all is done
   * @param plain whether it is no call of dm-io but one bio to its one region, past dm-io
   * @param flags bits of {@link io.dmio.block.RequestFlag}
   * @param ioPriority 0 for none
   * @param client the client's number
   */
  record Manner(boolean sync, boolean plain, int flags, int ioPriority, int client) {

    /** A synchronous call of the first client, without flags or priority. */
    public static final Manner SYNC = of(true);

    /** An asynchronous call of the first client, without flags or priority. */
    public static final Manner ASYNC = of(false);

    /** A call of the first client, without flags or priority. */
    public static Manner of(boolean sync) {
      return new Manner(sync, false, 0, 0, 0);
    }
  }

  /**
   * What a call moves.
   *
   * @param memory the layout in memory
   * @param data what a write finds there
   */
  record Buffer(MemorySpec memory, DataSpec data) {

    /** Pages with data of the call's own. */
    public static final Buffer DEFAULT = new Buffer(MemorySpec.DEFAULT, DataSpec.OWN);
  }

  /**
   * Waits for a moment: a call has ended, a mark is reached, a task is over.
   *
   * @param name of the moment; null: all calls of this task so far
   */
  record Wait(@Nullable String name) implements Step {

    @Override
    public String made() {
      return "";
    }
  }

  /**
   * Reaches a mark.
   *
   * @param name the mark
   */
  record Mark(String name) implements Step {

    @Override
    public String made() {
      return name;
    }
  }

  /**
   * Sleeps.
   *
   * @param nanos how long
   */
  record Sleep(Quantity nanos) implements Step {

    @Override
    public String made() {
      return "";
    }
  }

  /**
   * Repeats steps.
   *
   * @param times how often
   * @param steps what; the calls of round k are named {@code id[k]}, from 1
   */
  record Repeat(Quantity times, List<Step> steps) implements Step {

    /** Copies the list. */
    public Repeat {
      steps = List.copyOf(steps);
    }

    /** Nothing: what its steps make has a name of its own in every round. */
    @Override
    public String made() {
      return "";
    }
  }

  /**
   * Reads a region and compares it.
   *
   * @param id its name
   * @param region what is read
   * @param holds names of writes, or {@code initial}; each sector must hold what one of them wrote
   */
  record Verify(String id, RegionSpec region, List<String> holds) implements Step {

    /** Copies the list. */
    public Verify {
      holds = List.copyOf(holds);
    }

    @Override
    public String made() {
      return id;
    }
  }

  /**
   * A load in fio's words.
   *
   * @param id its name; its calls are {@code id[1]}, {@code id[2]}, ...
   * @param load what it does
   */
  record Load(String id, LoadSpec load) implements Step {

    @Override
    public String made() {
      return id;
    }
  }

  /**
   * A recorded trace, done again.
   *
   * @param id its name; its calls are {@code id[1]}, {@code id[2]}, ...
   * @param replay what it does
   */
  record Replay(String id, ReplaySpec replay) implements Step {

    @Override
    public String made() {
      return id;
    }
  }

  /**
   * The user's own code; the step ends when that task is over.
   *
   * @param id its name
   * @param factory makes the task
   */
  record Java(String id, TaskFactory factory) implements Step {

    @Override
    public String made() {
      return id;
    }
  }
}
