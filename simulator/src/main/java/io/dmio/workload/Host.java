package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.RequestOp;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.sim.RandomStream;
import java.util.List;

/**
 * What a task may use of the simulated host; a task uses nothing else.
 *
 * <p>Every method may be called inside {@link Task#start} and inside callbacks, in the thread of
 * the run. A call that breaks the rules of a method has no effect, ends the task, and fails the
 * run.
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

  /** The virtual time in nanoseconds since the start of the run. */
  long now();

  /**
   * A stream of random numbers of this task, which depends on the seed of the run.
   *
   * @param name of the stream; equal names give the same stream
   */
  RandomStream random(String name);

  /**
   * Runs an action later.
   *
   * @param nanos from now, in virtual time; 0: after what happens now
   * @param action may use the host again
   */
  void after(long nanos, Runnable action);

  /** The memory of the host, in which the buffers of calls lie. */
  Memory memory();

  /** dm-io itself, for callers who number their calls with {@link #nextCall}. */
  DmIo io();

  /**
   * Numbers a call of this task.
   *
   * @param name of the call in results
   * @return the number, which one {@link IoRequest} may carry
   */
  int nextCall(String name);

  /** The device that has this name in the scenario. */
  BlockDevice device(String name);

  /**
   * A region of a device.
   *
   * @param device its name in the scenario
   * @param sector the first sector, of 512 bytes
   * @param count how many sectors
   */
  default IoRegion region(String device, long sector, long count) {
    return new IoRegion(device(device), sector, count);
  }

  /**
   * Allocates pages and fills each with data of its own.
   *
   * @param count how many pages of 4 KiB, from 1
   * @return a page list of them
   */
  IoMemory pages(int count);

  /** {@code dm_io_get}: see {@link DmIo#get}. */
  IoReturn get(int pages);

  /** {@code dm_io_put}: see {@link DmIo#put}. */
  IoReturn put(int pages);

  /**
   * Makes an asynchronous call.
   *
   * @param memory the buffer, which all regions share
   * @param callback hears the return of the call and its end
   */
  void async(RequestOp op, List<IoRegion> regions, IoMemory memory, IoCallback callback);

  /**
   * Makes an asynchronous call.
   *
   * @param memory the buffer, which all regions share
   * @param listener hears the error bits, once: bit i is set if region i failed
   */
  void async(RequestOp op, List<IoRegion> regions, IoMemory memory, BitsListener listener);

  /**
   * Makes a synchronous call; this method does not wait for it.
   *
   * @param memory the buffer, which all regions share
   * @param listener hears what the call returned, once
   */
  void sync(RequestOp op, List<IoRegion> regions, IoMemory memory, ReturnListener listener);

  /** Reaches a mark, for which steps, faults and events can wait. */
  void mark(String name);

  /** Reports that something is wrong: the run fails by the check {@code expect}. */
  void fail(String message);

  /** Ends this task. Calls that are under way still end, and tell their listeners. */
  void finish();

  /** Hears the error bits of an asynchronous call. */
  @FunctionalInterface
  interface BitsListener {

    /**
     * The call is over.
     *
     * @param bits bit i is set if region i failed
     */
    void done(long bits);
  }

  /** Hears what a synchronous call returned. */
  @FunctionalInterface
  interface ReturnListener {

    /** The call is over. */
    void returned(IoReturn result);
  }
}
