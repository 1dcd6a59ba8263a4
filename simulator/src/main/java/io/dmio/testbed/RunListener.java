package io.dmio.testbed;

import io.dmio.block.Bio;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;

/** Hears of calls and bios as they end; for statistics and pictures. */
public interface RunListener {

  /** Hears nothing. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits) {}

        @Override
        public void bioEnded(
            int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok) {}
      };

  /**
   * A call is over.
   *
   * @param startNanos when it was made
   * @param endNanos when it returned (synchronous) or was notified
   * @param bits its error bits, 0 if it was refused
   */
  void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits);

  /**
   * A bio of a call is over.
   *
   * @param submitNanos when the engine submitted it (Q)
   * @param endNanos when it ended (C)
   */
  void bioEnded(int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok);

  /** Whether {@link #callData} is wanted, which costs a look at all that a call has moved. */
  default boolean wantsData() {
    return false;
  }

  /**
   * A call has ended, and its caller does not know yet. Comes only if it is wanted, and not for
   * calls that were refused or interrupted.
   *
   * @param data in words: of a read what its buffer holds, else what its regions hold on the media
   */
  default void callData(int call, String data) {}

  /** Whether {@link #bioSubmitted} and {@link #bioCompleted} are wanted. */
  default boolean wantsBios() {
    return false;
  }

  /** A bio goes to its device. Comes only if it is wanted. */
  default void bioSubmitted(int device, Bio bio) {}

  /**
   * A bio has ended, and its owner does not know yet. Comes only if it is wanted.
   *
   * @param bio not to be kept
   * @param flags what it was submitted with; its device may have changed its own
   * @param memory where its vectors are
   */
  default void bioCompleted(int device, Bio bio, int flags, SectorStore memory) {}
}
