package io.dmio.mapper;

import io.dmio.sim.EventHandler;
import io.dmio.sim.Simulation;

/**
 * The phases of a {@code flakey} target: up, down, up, ... in whole seconds from the loading of its
 * table. A background event records each change of phase, and does nothing else.
 */
final class FlakeyPhases implements FlakeyClock {

  private static final long SECOND = 1_000_000_000;

  private final Simulation simulation;
  private final int table;
  private final int line;
  private final long up;
  private final long period;
  private final long loaded;
  private final EventHandler changed = argument -> change();
  private long timer;

  /**
   * Begins with the up phase, now.
   *
   * @param site the target's
   * @param up seconds
   * @param down seconds
   */
  FlakeyPhases(TargetSite site, long up, long down) {
    simulation = site.simulation();
    table = site.table();
    line = site.line();
    this.up = up;
    period = up + down;
    loaded = simulation.now();
  }

  /** Records that the target is down, if it is, and every later change. */
  @Override
  public void start() {
    if (isDown()) {
      note();
    }
    awaitChange();
  }

  /** Records no more changes. */
  @Override
  public void stop() {
    simulation.cancel(timer);
  }

  @Override
  public boolean isDown() {
    return second() % period >= up;
  }

  private long second() {
    return (simulation.now() - loaded) / SECOND;
  }

  private void change() {
    note();
    awaitChange();
  }

  private void note() {
    RemapEventCodec.Phase.write(simulation, table, !isDown(), line);
  }

  private void awaitChange() {
    if (up > 0 && up < period) {
      long within = (simulation.now() - loaded) % (period * SECOND);
      long next = isDown() ? period * SECOND : up * SECOND;
      timer = simulation.scheduleBackground(next - within, changed, 0);
    }
  }
}
