package io.dmio.report.figures;

import io.dmio.block.RequestOp;
import io.dmio.testbed.RunListener;

/**
 * Hears how long calls take while a run goes on, so that percentiles need no event log.
 *
 * <p>The latency of a call is what fio calls clat: from the call to its return (synchronous) or to
 * its callback (asynchronous), in nanoseconds, exact to three digits. Failed calls count too.
 */
public final class LatencyRecorder implements RunListener {

  private final LatencyStat calls = new LatencyStat();

  /** Makes one that has heard nothing. */
  public LatencyRecorder() {}

  /** Latencies of calls. */
  public LatencyStat calls() {
    return calls;
  }

  @Override
  public void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits) {
    calls.record(endNanos - startNanos);
  }

  @Override
  public void bioEnded(
      int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok) {
    // Latencies of devices stand in reports only.
  }
}
