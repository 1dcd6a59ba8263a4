package io.dmio.testbed;

import io.dmio.museum.Exhibit;
import io.dmio.sim.LogMode;
import org.jspecify.annotations.Nullable;

/**
 * How a run is made; nothing of it but the exhibit changes a digest.
 *
 * @param log how much of the event log is kept
 * @param listener hears of calls and bios as they end
 * @param exhibit the bug that is put in, or null
 * @param states how many worlds the states of power cuts may make
 */
public record RunOptions(
    LogMode log, RunListener listener, @Nullable Exhibit exhibit, StateLimit states) {

  /** No log, no listener, no bug. */
  public static final RunOptions PLAIN = new RunOptions(LogMode.NONE, RunListener.NONE, null);

  /** With the default limit of states. */
  public RunOptions(LogMode log, RunListener listener, @Nullable Exhibit exhibit) {
    this(log, listener, exhibit, StateLimit.DEFAULT);
  }
}
