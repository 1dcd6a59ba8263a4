package io.dmio.testbed;

import io.dmio.check.CallWatch;
import io.dmio.check.Checks;
import io.dmio.check.DialectRules;
import io.dmio.check.Flights;
import io.dmio.check.Ledger;
import io.dmio.check.OpenCall;
import io.dmio.engine.DmIoEngine;
import io.dmio.engine.EngineConfig;
import io.dmio.engine.PlainBios;
import io.dmio.mempool.Mempool;
import io.dmio.sim.EventKind;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import io.dmio.workload.CallRegistry;
import io.dmio.workload.Workload;
import io.dmio.workload.WorkloadContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host of a world, from boot to boot.
 *
 * <p>A crash takes all that is the host's without a callback: engine, pools, memory, tasks, and
 * every event and listener of theirs. Calls that are under way are lost: they neither fail nor
 * hang. Moments, marks, the numbers and names of calls and bios, and what named writes wrote are
 * the world's, and stay.
 */
final class HostLife {

  private final WorldSpec spec;
  private final Simulation simulation;
  private final Moments moments;
  private final Hardware hardware;
  private final CallRegistry calls;
  private final EngineConfig config;
  private final Checks checks;
  private final Flights flights;
  private final CallBook book;
  private final List<CallWatch> watches;
  private final List<CallWatch> watchesOfPlainBios;
  private Boot boot;
  private final List<Long> boots = new ArrayList<>();
  private boolean up = true;
  private long earlierCalls;

  /**
   * Makes a host that has not started.
   *
   * @param book notes the calls that are lost
   * @param watches who hears of calls
   * @param watchesOfPlainBios who hears of bios that go past dm-io
   */
  HostLife(
      WorldSpec spec,
      Simulation simulation,
      Moments moments,
      Hardware hardware,
      CallRegistry calls,
      EngineConfig config,
      Checks checks,
      Flights flights,
      CallBook book,
      List<CallWatch> watches,
      List<CallWatch> watchesOfPlainBios) {
    this.spec = spec;
    this.simulation = simulation;
    this.moments = moments;
    this.hardware = hardware;
    this.calls = calls;
    this.config = config;
    this.checks = checks;
    this.flights = flights;
    this.book = book;
    this.watches = watches;
    this.watchesOfPlainBios = watchesOfPlainBios;
    boot = boot(null);
  }

  /** Starts the tasks of the first boot. */
  void start() {
    boots.add(simulation.now());
    boot.workload().start();
  }

  /** Whether it lives. */
  boolean isUp() {
    return up;
  }

  /** Ends all that is the host's but its memory, of which the disks may still take something. */
  void stop() {
    simulation.dropHost();
    moments.dropHost();
    List<OpenCall> lost = openForTheirCallers();
    long bios = flights.underWay();
    simulation.record(EventKind.CRASH, 0, boot.workload().boot(), lost.size(), bios, 0);
    lost.forEach(book::lose);
    flights.dropHost();
    checks.dropHost(rules());
    up = false;
  }

  /** The memory of a host that has stopped is lost. */
  void forget() {
    hardware.memory().lose();
  }

  /** Starts the next boot, with memory, pools and an engine as new. */
  void reboot() {
    earlierCalls += boot.ledger().calls();
    boot = boot(boot);
    up = true;
    boots.add(simulation.now());
    simulation.record(EventKind.BOOT, 0, boot.workload().boot(), 0, 0, 0);
    boot.workload().start();
  }

  /** Sends a signal to a task; nobody is there to get it while the host is down. */
  void signal(String task) {
    if (up) {
      boot.workload().signal(task);
    }
  }

  /** Calls of all boots. */
  long calls() {
    return earlierCalls + boot.ledger().calls();
  }

  /** When each boot has begun. */
  List<Long> boots() {
    return List.copyOf(boots);
  }

  /** The pools of the last boot. */
  List<Mempool<?>> pools() {
    return boot.engine().pools();
  }

  /** Nothing is left to do: judges what is left over on the host, if it lives, and on the disks. */
  void atRest() {
    if (up) {
      checks.atRest(boot.workload().unfinished(), boot.ledger().open(), pools());
    } else {
      checks.atRest(List.of(), List.of(), List.of());
    }
  }

  private List<OpenCall> openForTheirCallers() {
    return boot.ledger().open().stream().filter(call -> !call.isOver()).toList();
  }

  private DialectRules rules() {
    return DialectRules.of(spec.engine().dialect(), spec.engine().clientConfigs());
  }

  private Boot boot(@Nullable Boot before) {
    int firstBio = before == null ? 0 : before.engine().bioCount();
    var engine = new DmIoEngine(simulation, hardware.memory(), config, firstBio);
    PlainBios bios = new PlainBios(simulation, engine::nextBio);
    Ledger ledger = new Ledger(simulation, engine, bios, flights, watches, watchesOfPlainBios);
    WorkloadContext context =
        new WorkloadContext(
            simulation,
            moments,
            hardware.memory(),
            hardware.tags(),
            ledger,
            ledger.bios(),
            hardware.queues(),
            hardware.contents(),
            calls,
            checks);
    Workload workload =
        before == null ? new Workload(spec.tasks(), context) : before.workload().nextBoot(context);
    return new Boot(engine, ledger, workload);
  }
}
