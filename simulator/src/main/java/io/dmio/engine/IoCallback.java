package io.dmio.engine;

import io.dmio.block.Bio;

/** Hears the two moments of a call: its return, and its end if it is asynchronous. */
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
   * A bio of the call goes to the device of its region, which this method does. Whoever stands
   * between the caller and dm-io sees the bio here.
   */
  default void submit(IoRequest request, int region, Bio bio) {
    bio.submitTo(request.regions().get(region).device());
  }

  /** Whether the caller has a signal pending; asked when a synchronous call begins to wait. */
  default boolean signalPending() {
    return false;
  }
}
