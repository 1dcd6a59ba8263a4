package io.dmio.testbed;

import io.dmio.device.SimulatedDisk;
import io.dmio.fault.FaultInjector;
import java.util.List;
import java.util.function.Consumer;

/**
 * Does to a world what its events say.
 *
 * @param power of disks and host
 * @param disks by number
 * @param host gets signals
 * @param faults can be silenced
 */
record Operator(PowerSupply power, List<SimulatedDisk> disks, HostLife host, FaultInjector faults)
    implements Consumer<WorldEvent.Action> {

  @Override
  public void accept(WorldEvent.Action action) {
    if (action instanceof WorldEvent.Action.Release release) {
      disks.get(release.device()).release();
    } else if (action instanceof WorldEvent.Action.PowerCut cut) {
      power.cut(cut);
    } else if (action instanceof WorldEvent.Action.CrashHost crash) {
      power.crash(crash);
    } else if (action instanceof WorldEvent.Action.Offline offline) {
      offline.devices().forEach(disk -> disks.get(disk).offline());
    } else if (action instanceof WorldEvent.Action.Online online) {
      online.devices().forEach(disk -> disks.get(disk).online());
    } else if (action instanceof WorldEvent.Action.Signal signal) {
      host.signal(signal.task());
    } else if (action instanceof WorldEvent.Action.Quiet) {
      faults.quiet();
    } else {
      throw new IllegalStateException("nobody does " + action);
    }
  }
}
