package io.dmio.testbed;

import io.dmio.check.Checks;
import io.dmio.device.SimulatedDisk;
import io.dmio.device.Survival;
import io.dmio.sim.Branches;
import io.dmio.sim.Simulation;
import java.util.List;

/**
 * Who has power: the disks each, and the host with all of them.
 *
 * <p>A disk that was cut off by itself comes back by its own {@code restored}, and not with the
 * host; a later cut of it, or crash of the host, calls off what an earlier one had promised.
 */
final class PowerSupply {

  private static final long NEVER = -1;
  private static final long NOTHING = 0;

  private final Simulation simulation;
  private final List<SimulatedDisk> disks;
  private final HostLife host;
  private final Branches branches;
  private final Checks checks;

  /** Disks that wait for power of their own. */
  private final boolean[] cut;

  private final long[] restorations;
  private long boot = NOTHING;

  /**
   * Makes a supply that feeds everybody.
   *
   * @param branches chooses where every state is to be tried
   * @param checks hear of every disk that loses its power
   */
  PowerSupply(
      Simulation simulation,
      List<SimulatedDisk> disks,
      HostLife host,
      Branches branches,
      Checks checks) {
    this.simulation = simulation;
    this.disks = disks;
    this.host = host;
    this.branches = branches;
    this.checks = checks;
    cut = new boolean[disks.size()];
    restorations = new long[disks.size()];
  }

  /** Cuts some disks off. */
  void cut(WorldEvent.Action.PowerCut event) {
    for (int disk : event.devices()) {
      if (host.isUp() && !cut[disk]) {
        cut(disks.get(disk), event.survival(), false);
      }
      cut[disk] = true;
      callOff(restorations[disk]);
      restorations[disk] =
          event.restoredNanos() == NEVER
              ? NOTHING
              : simulation.scheduleOutside(event.restoredNanos(), this::restore, disk);
    }
  }

  /** Ends the host and takes power from all disks. */
  void crash(WorldEvent.Action.CrashHost event) {
    callOff(boot);
    if (host.isUp()) {
      host.stop();
      disks.forEach(disk -> cut(disk, event.survival(), true));
      host.forget();
    }
    boot =
        event.rebootNanos() == NEVER
            ? NOTHING
            : simulation.scheduleOutside(event.rebootNanos(), this::boot, 0);
  }

  private void cut(SimulatedDisk disk, Survival survival, boolean hostGone) {
    checks.powerCut(disk.id());
    disk.cutPower(survival, hostGone, branches);
  }

  private void restore(long disk) {
    cut[(int) disk] = false;
    if (host.isUp()) {
      disks.get((int) disk).powerOn();
    }
  }

  private void boot(long argument) {
    for (SimulatedDisk disk : disks) {
      if (!cut[disk.id()]) {
        disk.powerOn();
      }
    }
    host.reboot();
  }

  private void callOff(long handle) {
    if (handle != NOTHING) {
      simulation.cancel(handle);
    }
  }
}
