package io.dmio.testbed;

import io.dmio.check.Checks;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.DmIoEngine;
import io.dmio.engine.EngineConfig;
import io.dmio.engine.PlainBios;
import io.dmio.ledger.BioTap;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.Ledger;
import io.dmio.mapper.HostServices;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import io.dmio.workload.TaskSpec;
import io.dmio.workload.Workload;
import io.dmio.workload.WorkloadContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what every boot of a host begins with: an engine, a ledger of its calls, and its tasks.
 *
 * @param config of the engines
 * @param watches who hears of calls
 * @param watchesOfPlainBios who hears of bios that go past dm-io
 */
record BootFactory(
    Simulation simulation,
    Moments moments,
    Hardware hardware,
    CallRegistry calls,
    EngineConfig config,
    List<TaskSpec> tasks,
    Checks checks,
    BioTap tap,
    CallWatch watches,
    CallWatch watchesOfPlainBios) {

  /** The next boot. */
  Boot after(@Nullable Boot before) {
    int firstBio = before == null ? 0 : before.engine().bioCount();
    var engine = new DmIoEngine(simulation, hardware.memory(), config, firstBio);
    PlainBios bios = new PlainBios(simulation, engine::nextBio);
    Ledger ledger = new Ledger(simulation, engine, bios, tap, watches, watchesOfPlainBios);
    WorkloadContext context =
        new WorkloadContext(
            simulation,
            moments,
            hardware.memory(),
            hardware.tags(),
            new WorkloadContext.Ways(ledger, ledger.bios(), calls),
            new WorkloadContext.Disks(
                hardware.devices(
                    tap.pieces()::before, HostServices.of(ledger, calls), checks.targets()),
                hardware.contents(),
                hardware.places()),
            checks);
    Workload workload =
        before == null ? new Workload(tasks, context) : before.workload().nextBoot(context);
    return new Boot(engine, ledger, workload);
  }
}
