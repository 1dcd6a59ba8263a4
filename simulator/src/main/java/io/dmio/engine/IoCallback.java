package io.dmio.engine;

import io.dmio.block.Bio;

/** The two moments of a call, and the way of its bios. */
public interface IoCallback {

  /** The call has returned, exactly once; a synchronous call is over then. */
  void returned(IoRequest request, IoReturn result);

  /**
   * An asynchronous call is over: exactly once, possibly before {@link #returned}. The callback may
   * make new calls at once.
   *
   * @param bits the error bits
   */
  void notified(IoRequest request, long bits);

  /**
   * A bio of the call goes to the device of its region. Who stands between the caller and dm-io
   * sees it here, and submits it.
   */
  default void submit(IoRequest request, int region, Bio bio) {
    bio.submitTo(request.regions().get(region).device());
  }

  /** Whether the caller has a signal pending; asked when a synchronous call begins to wait. */
  default boolean signalPending() {
    return false;
  }
}
