package io.dmio.mapper;

import io.dmio.sim.EventHandler;
import io.dmio.sim.Simulation;

/**
 * When a {@code flakey} target is down: counted in whole seconds from when its table was loaded. A
 * change of phase is noted by a background event, which does nothing.
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

  /** Notes the phase of now, if it is down, and every change from here on. */
  @Override
  public void start() {
    if (isDown()) {
      note();
    }
    awaitChange();
  }

  /** Notes nothing any more. */
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
