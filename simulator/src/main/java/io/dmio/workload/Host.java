package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.RequestOp;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoReturn;
import io.dmio.sim.RandomStream;
import java.util.List;

/**
 * What a task may use: everything of the simulated host, and nothing else.
 *
 * <p>Worked example, one asynchronous write of 4 KiB to two devices:
 *
 * <pre>{@code
 * host.get(64);
 * IoMemory page = host.pages(1);
 * host.async(
 *     RequestOp.WRITE,
 *     List.of(host.region("a", 0, 8), host.region("b", 0, 8)),
 *     page,
 *     bits -> host.finish());
 * }</pre>
 */
public interface Host {

  /** Virtual nanoseconds. */
  long now();

  /** A stream of this task; equal names give the same stream. */
  RandomStream random(String name);

  /** Runs an action after a virtual time; the action may use the host again. */
  void after(long nanos, Runnable action);

  /** The host's memory. */
  Memory memory();

  /** dm-io itself, for callers who number their calls with {@link #nextCall}. */
  DmIo io();

  /**
   * Numbers a call of this task.
   *
   * @param name of the call in results
   */
  int nextCall(String name);

  /** The device of a name, as in the scenario. */
  BlockDevice device(String name);

  /** A region of a device. */
  default IoRegion region(String device, long sector, long count) {
    return new IoRegion(device(device), sector, count);
  }

  /** A page list of fresh pages, each filled with data of its own. */
  IoMemory pages(int count);

  /** {@code dm_io_get}. */
  IoReturn get(int pages);

  /** {@code dm_io_put}. */
  IoReturn put(int pages);

  /** An asynchronous call with both of its moments. */
  void async(RequestOp op, List<IoRegion> regions, IoMemory memory, IoCallback callback);

  /** An asynchronous call; the listener hears the error bits, once. */
  void async(RequestOp op, List<IoRegion> regions, IoMemory memory, BitsListener listener);

  /** A synchronous call; the listener hears what it returned, once. */
  void sync(RequestOp op, List<IoRegion> regions, IoMemory memory, ReturnListener listener);

  /** Reaches a mark that steps, faults and events can wait for. */
  void mark(String name);

  /** Says that something is wrong; the run fails by the check {@code expect}. */
  void fail(String message);

  /** Says that this task is over. */
  void finish();

  /** Hears the error bits of an asynchronous call. */
  @FunctionalInterface
  interface BitsListener {

    /** The call is over. */
    void done(long bits);
  }

  /** Hears what a synchronous call returned. */
  @FunctionalInterface
  interface ReturnListener {

    /** The call is over. */
    void returned(IoReturn result);
  }
}
