package io.dmio.engine;

/** The two moments of a call. */
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

  /** Whether the caller has a signal pending; asked when a synchronous call begins to wait. */
  default boolean signalPending() {
    return false;
  }
}
