package io.dmio.testbed;

import io.dmio.block.RequestOp;

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
}
