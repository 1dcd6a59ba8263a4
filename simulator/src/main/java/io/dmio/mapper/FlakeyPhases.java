package io.dmio.mapper;

import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import io.dmio.sim.Simulation;
import java.util.function.BooleanSupplier;

/**
 * When a {@code flakey} target is down: counted in whole seconds from when its table was loaded. A
 * change of phase is noted by a background event, which does nothing.
 */
final class FlakeyPhases implements BooleanSupplier {

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
   * Begins with the up phase.
   *
   * @param table the number of the stacked device
   * @param line the number of the line
   */
  FlakeyPhases(Simulation simulation, int table, int line, TargetSpec.Flakey spec) {
    this.simulation = simulation;
    this.table = table;
    this.line = line;
    up = spec.upSeconds();
    period = spec.upSeconds() + spec.downSeconds();
    loaded = simulation.now();
  }

  /** Notes the phase of now, if it is down, and every change from here on. */
  void start() {
    if (getAsBoolean()) {
      note();
    }
    awaitChange();
  }

  /** Notes nothing any more. */
  void stop() {
    simulation.cancel(timer);
  }

  /** Whether it is down. */
  @Override
  public boolean getAsBoolean() {
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
    simulation.record(EventKind.PHASE, table, getAsBoolean() ? 0 : 1, line, 0, 0);
  }

  private void awaitChange() {
    if (up > 0 && up < period) {
      long within = (simulation.now() - loaded) % (period * SECOND);
      long next = getAsBoolean() ? period * SECOND : up * SECOND;
      timer = simulation.scheduleBackground(next - within, changed, 0);
    }
  }
}
