package io.dmio.testbed;

import io.dmio.check.Checks;
import io.dmio.check.DialectRules;
import io.dmio.ledger.BioTap;
import io.dmio.ledger.ObservedCall;
import io.dmio.mempool.Mempool;
import io.dmio.sim.EventKind;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * The host of a world, from boot to boot.
 *
 * <p>A crash takes all that is the host's without a callback: engine, pools, memory, tasks, and
 * every event and listener of theirs. Calls that are under way are lost: they neither fail nor
 * hang. Moments, marks, the numbers and names of calls and bios, and what named writes wrote are
 * the world's, and stay.
 */
final class HostLife {

  private final EngineSpec engine;
  private final Simulation simulation;
  private final Moments moments;
  private final Hardware hardware;
  private final Checks checks;
  private final BioTap tap;
  private final CallBook book;
  private final BootFactory factory;
  private Boot boot;
  private final List<Long> boots = new ArrayList<>();
  private boolean up = true;
  private long earlierCalls;

  /**
   * Makes a host that has not started.
   *
   * @param engine what the checks expect of its engines
   * @param book notes the calls that are lost
   * @param factory makes what every boot begins with
   */
  HostLife(EngineSpec engine, CallBook book, BootFactory factory) {
    this.engine = engine;
    this.book = book;
    this.factory = factory;
    simulation = factory.simulation();
    moments = factory.moments();
    hardware = factory.hardware();
    checks = factory.checks();
    tap = factory.tap();
    boot = factory.after(null);
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
    List<ObservedCall> lost = openForTheirCallers();
    long bios = tap.underWay();
    simulation.record(EventKind.CRASH, 0, boot.workload().boot(), lost.size(), bios, 0);
    lost.forEach(book::lose);
    tap.dropHost();
    hardware.dropHost();
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
    boot = factory.after(boot);
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

  private List<ObservedCall> openForTheirCallers() {
    return boot.ledger().open().stream().filter(call -> !call.isOver()).toList();
  }

  private DialectRules rules() {
    return DialectRules.of(engine.dialect(), engine.clientConfigs());
  }
}
