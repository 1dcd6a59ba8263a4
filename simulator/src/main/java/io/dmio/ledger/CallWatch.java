package io.dmio.ledger;

import io.dmio.engine.IoReturn;

/** Follows the calls between their callers and dm-io. */
public interface CallWatch {

  /** A call goes to the engine. */
  default void started(ObservedCall call) {}

  /** A call has returned; its caller does not know yet. */
  default void returned(ObservedCall call, IoReturn result) {}

  /** A call was notified; its caller does not know yet. */
  default void notified(ObservedCall call, long bits) {}

  /** A callback for a call that had nothing more to hear. */
  default void stray(int call, String callback) {}

  /** A call is over for its caller, and its last bio has ended. */
  default void over(ObservedCall call) {}

  /**
   * A get or a put goes to the engine.
   *
   * @param get whether it is a get
   * @param pages how many pages it asks for or gives back; what callers pass, whatever it is
   */
  default void pagesAsked(boolean get, int pages) {}

  /** The get or put of the last {@link #pagesAsked} has come back. */
  default void pagesAnswered(boolean get, int pages, IoReturn result) {}

  /** Tells this one first, then another. */
  default CallWatch and(CallWatch next) {
    return new CallWatchPair(this, next);
  }
}
