package io.dmio.engine;

import io.dmio.block.RequestOp;
import io.dmio.engine.IoMemory.PageList;
import io.dmio.engine.IoMemory.Vectors;
import io.dmio.engine.IoMemory.VirtualBuffer;
import java.util.List;

/**
 * dm-io, as its callers see it.
 *
 * <p>Nobody blocks: where a caller in the kernel would sleep, the call goes on by itself and {@link
 * IoCallback#returned} comes later.
 */
public interface DmIo {

  /** Which dm-io this is. */
  Dialect dialect();

  /** How many clients there are; classic has one. */
  default int clients() {
    return 1;
  }

  /**
   * Asks for a reserve for {@code pages} pages more (classic; without effect in linux-6.1).
   *
   * @return OK, or ENOMEM with nothing changed
   */
  IoReturn get(int pages);

  /** Gives up the reserve of an earlier get; see {@link Refusal} for what is refused. */
  IoReturn put(int pages);

  /** Makes a call. */
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
