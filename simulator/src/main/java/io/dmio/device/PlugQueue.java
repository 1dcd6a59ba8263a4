package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.DeviceFront;
import io.dmio.block.RequestFlag;
import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;

/**
 * A device whose queue is plugged while nobody waits for it, as the block layer of Linux 2.6.9 to
 * 2.6.38 had it: the first bio plugs the queue, and bios are held back until one with SYNC arrives,
 * {@link #THRESHOLD} are held, or {@link #DELAY_NANOS} have passed since the first. All that is
 * held goes down then, in order.
 */
public final class PlugQueue implements DeviceFront {

  /** So many bios unplug the queue ({@code unplug_thresh}). */
  public static final int THRESHOLD = 4;

  /** After so many nanoseconds the queue is unplugged ({@code unplug_delay}). */
  public static final long DELAY_NANOS = 3_000_000;

  private final BlockDevice below;
  private final Simulation simulation;
  private final EventHandler timeout = argument -> unplug();
  private final ArrayDeque<Bio> bios = new ArrayDeque<>();
  private int held;
  private boolean passing;
  private long timer;

  /** Plugs a device. */
  public PlugQueue(BlockDevice below, Simulation simulation) {
    this.below = below;
    this.simulation = simulation;
  }

  @Override
  public BlockDevice behind() {
    return below;
  }

  @Override
  public void submit(Bio bio) {
    bios.addLast(bio);
    boolean sync = RequestFlag.SYNC.in(bio.flags());
    if (held == 0 && sync) {
      passDown();
      return;
    }
    if (held++ == 0) {
      plug();
    }
    if (sync || held == THRESHOLD) {
      simulation.cancel(timer);
      unplug();
    }
  }

  // The timer is work, not background: somebody's bios are behind it.
  private void plug() {
    timer = simulation.schedule(DELAY_NANOS, timeout, 0);
    simulation.record(EventKind.PLUG, id(), 1, held, 0, 0);
  }

  private void unplug() {
    simulation.record(EventKind.PLUG, id(), 0, held, 0, 0);
    held = 0;
    passDown();
  }

  // An owner may submit again while its bio is passed down: what it adds goes behind the others.
  private void passDown() {
    if (passing) {
      return;
    }
    passing = true;
    try {
      while (bios.size() > held) {
        Bio bio = bios.removeFirst();
        bio.setDevice(below);
        below.submit(bio);
      }
    } finally {
      passing = false;
    }
  }
}
