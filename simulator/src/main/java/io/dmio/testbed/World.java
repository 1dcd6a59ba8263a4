package io.dmio.testbed;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.check.Checks;
import io.dmio.check.DialectRules;
import io.dmio.check.Failures;
import io.dmio.check.Flights;
import io.dmio.check.Ledger;
import io.dmio.device.DiskFaults;
import io.dmio.device.DiskSpec;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencyTables;
import io.dmio.device.PlugQueue;
import io.dmio.device.RequestQueue;
import io.dmio.device.SimulatedDisk;
import io.dmio.engine.Dialect;
import io.dmio.engine.DmIoEngine;
import io.dmio.engine.EngineConfig;
import io.dmio.engine.Steps;
import io.dmio.fault.FaultInjector;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolSteps;
import io.dmio.museum.Exhibit;
import io.dmio.sim.EventLog;
import io.dmio.sim.KernelBug;
import io.dmio.sim.LimitReached;
import io.dmio.sim.Moments;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import io.dmio.workload.CallRegistry;
import io.dmio.workload.Workload;
import io.dmio.workload.WorkloadContext;
import java.util.ArrayList;
import java.util.List;

/** One world: hardware, host, checks; wired, run once, and judged. */
final class World {

  private final WorldSpec spec;
  private final Tags tags = new Tags();
  private final CallRegistry calls = new CallRegistry();
  private final WorldNames names;
  private final Simulation simulation;
  private final Memory memory;
  private final FaultInjector faults;
  private final List<SimulatedDisk> disks = new ArrayList<>();
  private final List<SectorContent> contents = new ArrayList<>();
  private final Failures failures;
  private final Checks checks;
  private final DmIoEngine engine;
  private final Flights flights;
  private final Ledger ledger;
  private final CallBook book;
  private final Workload workload;
  private final Timetable timetable;

  World(WorldSpec spec, RunOptions options) {
    this.spec = spec;
    simulation =
        new Simulation(
            new RadixHeap(),
            new SeededChoices(spec.seed()),
            new EventLog(options.log()),
            spec.limits());
    Moments moments = new Moments(simulation);
    memory = new Memory(spec.payload(), tags);
    faults = new FaultInjector(spec.faults(), simulation, moments, calls);
    names = new WorldNames(spec, calls, faults);
    LatencyTables latencies = new LatencyTables();
    spec.disks().forEach(disk -> addDisk(disk, latencies));
    failures = new Failures(simulation, names, spec.skipped(), RunResult.MOST_FAILURES);
    flights = new Flights(simulation);
    checks = checks();
    engine = new DmIoEngine(simulation, memory, config(options));
    timetable = new Timetable(spec.events(), simulation, moments, calls, this::act);
    book = new CallBook(simulation, calls, options.listener());
    ledger = ledger(options);
    workload = new Workload(spec.tasks(), context(moments));
  }

  /** Runs to the end, whatever that is. */
  RunResult run() {
    Verdict ended;
    try {
      timetable.start();
      workload.start();
      simulation.run();
      ended = Verdict.PASSED;
      checks.atRest(workload.unfinished(), ledger.open(), engine.pools());
      new RunJudge(spec, failures).expectations(faults, book.failed(), engine.pools());
    } catch (KernelBug bug) {
      ended = Verdict.CRASHED;
      checks.crashed(bug);
    } catch (LimitReached limit) {
      ended = Verdict.LIMIT;
      checks.stopped(limit);
    } catch (RuntimeException defect) {
      throw new DefectException(spec, simulation.now(), simulation.log().count(), defect);
    }
    return result(new RunJudge(spec, failures).verdict(ended));
  }

  private void addDisk(DiskSpec disk, LatencyTables latencies) {
    SectorContent content = disk.content();
    SectorStore medium = SectorStore.create(spec.payload(), tags, content);
    contents.add(content);
    DiskFaults rules = faults.forDisk(disk.id());
    disks.add(new SimulatedDisk(disk, simulation, memory, medium, rules, latencies));
  }

  private Checks checks() {
    return new Checks(
        failures,
        DialectRules.of(spec.engine().dialect(), spec.engine().clientConfigs()),
        flights,
        names,
        memory,
        tags,
        spec.disks().stream().map(DiskSpec::name).toList(),
        disks.stream().map(SimulatedDisk::medium).toList(),
        contents);
  }

  private void act(WorldEvent.Action action) {
    if (action instanceof WorldEvent.Action.Release release) {
      disks.get(release.device()).release();
    }
  }

  private EngineConfig config(RunOptions options) {
    Exhibit exhibit = options.exhibit();
    return new EngineConfig(
        spec.engine().dialect(),
        exhibit == null ? Steps.of(spec.engine().dialect()) : exhibit.steps(),
        exhibit == null ? PoolSteps.CORRECT : exhibit.poolSteps(),
        spec.engine().clientConfigs(),
        faults::gateOf,
        checks);
  }

  private Ledger ledger(RunOptions options) {
    boolean fed = !options.listener().equals(RunListener.NONE);
    BioFeed feed = new BioFeed(simulation, options.listener());
    flights.watch(
        timetable.namesBios() ? List.of(checks, timetable) : List.of(checks),
        fed ? List.of(checks, feed) : List.of(checks));
    return new Ledger(simulation, engine, flights, List.of(checks, book));
  }

  private WorkloadContext context(Moments moments) {
    List<BlockDevice> devices = new ArrayList<>();
    for (int i = 0; i < disks.size(); i++) {
      devices.add(queueOf(spec.disks().get(i), disks.get(i)));
    }
    return new WorkloadContext(
        simulation, moments, memory, tags, ledger, devices, contents, calls, checks);
  }

  /** What calls name: the queue in front of a disk, if it has one that does anything. */
  private BlockDevice queueOf(DiskSpec of, SimulatedDisk disk) {
    if (spec.engine().plug()) {
      return new PlugQueue(disk, simulation);
    }
    boolean cuts =
        spec.engine().dialect() == Dialect.LINUX_6_1
            && of.driver() == DriverKind.REQUEST
            && of.limits().maxSectors() != Long.MAX_VALUE;
    return cuts ? new RequestQueue(disk) : disk;
  }

  private RunResult result(Verdict verdict) {
    for (int device = 0; device < disks.size(); device++) {
      SectorStore medium = disks.get(device).medium();
      Digests.foldContents(book.digest(), device, medium, contents.get(device), tags);
    }
    return new RunResult(
        spec.scenario(),
        spec.seed(),
        spec.engine().dialect(),
        verdict,
        Digests.fingerprint(spec, simulation),
        book.digest().value(),
        simulation.now(),
        simulation.log().count(),
        ledger.calls(),
        book.failed(),
        flights.submitted(),
        0,
        failures.kept(),
        failures.count(),
        book.outcomes(),
        engine.pools().stream().map(World::poolResult).toList(),
        disks.stream().map(World::deviceResult).toList(),
        spec.faults().stream().map(rule -> ruleResult(rule.number(), rule.name())).toList(),
        names,
        simulation.log());
  }

  private static RunResult.PoolResult poolResult(Mempool<?> pool) {
    return new RunResult.PoolResult(pool.name(), pool.books());
  }

  private static RunResult.DeviceResult deviceResult(SimulatedDisk disk) {
    return new RunResult.DeviceResult(
        disk.name(), disk.bios(), disk.failed(), disk.sectorsRead(), disk.sectorsWritten());
  }

  private RunResult.RuleResult ruleResult(int number, String name) {
    return new RunResult.RuleResult(number, name, faults.fired(number), faults.hits(number));
  }
}
