package io.dmio.engine;

import io.dmio.block.RequestOp;
import io.dmio.engine.IoMemory.PageList;
import io.dmio.engine.IoMemory.Vectors;
import io.dmio.engine.IoMemory.VirtualBuffer;
import java.util.List;

/**
 * dm-io, as its callers see it: one call moves one buffer from or to up to 64 regions of devices.
 *
 * <p>Nobody blocks: where a caller in the kernel would sleep, the method returns at once, and
 * {@link IoCallback#returned} comes when the caller would wake up.
 */
public interface DmIo {

  /** Which dm-io this is. */
  Dialect dialect();

  /** The number of clients; one in a dialect that has no clients. */
  default int clients() {
    return 1;
  }

  /**
   * Asks for a reserve for more pages; it has an effect only where the dialect has {@link
   * Capability#RESIZED_POOLS}.
   *
   * @param pages how many more, 0 or more
   * @return OK, or ENOMEM with nothing changed
   */
  IoReturn get(int pages);

  /**
   * Gives up pages of earlier gets.
   *
   * @param pages how many fewer, 0 or more
   * @return OK, or EINVAL with nothing changed for what {@link Refusal} names
   */
  IoReturn put(int pages);

  /**
   * Makes a call.
   *
   * @param request what is asked for
   * @param callback hears when the call returns, and when an asynchronous one is over; both may
   *     happen inside this method
   */
  void submit(IoRequest request, IoCallback callback);

  /** {@code dm_io_sync}: a synchronous call on a page list. */
  default void sync(
      int call, RequestOp op, List<IoRegion> regions, PageList pages, IoCallback callback) {
    submit(IoRequest.of(call, op, true, pages, regions), callback);
  }

  /** {@code dm_io_sync_bvec}: a synchronous call on an array of vectors. */
  default void syncBvec(
      int call, RequestOp op, List<IoRegion> regions, Vectors vectors, IoCallback callback) {
    submit(IoRequest.of(call, op, true, vectors, regions), callback);
  }

  /** {@code dm_io_sync_vm}: a synchronous call on a virtually contiguous buffer. */
  default void syncVm(
      int call, RequestOp op, List<IoRegion> regions, VirtualBuffer buffer, IoCallback callback) {
    submit(IoRequest.of(call, op, true, buffer, regions), callback);
  }

  /** {@code dm_io_async}: an asynchronous call on a page list. */
  default void async(
      int call, RequestOp op, List<IoRegion> regions, PageList pages, IoCallback callback) {
    submit(IoRequest.of(call, op, false, pages, regions), callback);
  }

  /** {@code dm_io_async_bvec}: an asynchronous call on an array of vectors. */
  default void asyncBvec(
      int call, RequestOp op, List<IoRegion> regions, Vectors vectors, IoCallback callback) {
    submit(IoRequest.of(call, op, false, vectors, regions), callback);
  }

  /** {@code dm_io_async_vm}: an asynchronous call on a virtually contiguous buffer. */
  default void asyncVm(
      int call, RequestOp op, List<IoRegion> regions, VirtualBuffer buffer, IoCallback callback) {
    submit(IoRequest.of(call, op, false, buffer, regions), callback);
  }
}
