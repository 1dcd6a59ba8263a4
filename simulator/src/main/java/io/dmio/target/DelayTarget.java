package io.dmio.target;

import io.dmio.block.Bio;
import io.dmio.sim.EventHandler;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;

/** {@code delay}: passes everything some time later; equal delays keep their order. */
public final class DelayTarget implements Target {

  private final Below below;
  private final Simulation simulation;
  private final long nanos;
  private final ArrayDeque<Bio> delayed = new ArrayDeque<>();
  private final EventHandler expired = argument -> pass();

  /** Makes a target that delays reads, writes and flushes alike. */
  public DelayTarget(Below below, Simulation simulation, long nanos) {
    this.below = below;
    this.simulation = simulation;
    this.nanos = nanos;
  }

  @Override
  public String kind() {
    return "delay";
  }

  @Override
  public boolean hasWriteCache() {
    return below.device().hasWriteCache();
  }

  @Override
  public void map(Bio piece) {
    delayed.addLast(piece);
    simulation.schedule(nanos, expired, 0);
  }

  private void pass() {
    below.pass(delayed.removeFirst());
  }
}
