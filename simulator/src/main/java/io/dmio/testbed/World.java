package io.dmio.testbed;

import io.dmio.block.Tags;
import io.dmio.check.CallWatch;
import io.dmio.check.Checks;
import io.dmio.check.DialectRules;
import io.dmio.check.Failures;
import io.dmio.check.Flights;
import io.dmio.check.Ledger;
import io.dmio.device.DamageBook;
import io.dmio.device.DiskSpec;
import io.dmio.engine.DmIoEngine;
import io.dmio.engine.EngineConfig;
import io.dmio.engine.PlainBios;
import io.dmio.engine.Steps;
import io.dmio.fault.FaultInjector;
import io.dmio.fault.FaultSpec;
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
import io.dmio.workload.BufferContent;
import io.dmio.workload.CallRegistry;
import io.dmio.workload.Workload;
import io.dmio.workload.WorkloadContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One world: hardware, the boots of its host, checks; wired, run once, and judged. */
final class World {

  private final WorldSpec spec;
  private final RunOptions options;
  private final CallRegistry calls = new CallRegistry();
  private final WorldNames names;
  private final Simulation simulation;
  private final Moments moments;
  private final FaultInjector faults;
  private final Hardware hardware;
  private final Failures failures;
  private final Flights flights;
  private final Checks checks;
  private final Timetable timetable;
  private final CallBook book;
  private final Boot boot;

  World(WorldSpec spec, RunOptions options) {
    this.spec = spec;
    this.options = options;
    simulation =
        new Simulation(
            new RadixHeap(),
            new SeededChoices(spec.seed()),
            new EventLog(options.log()),
            spec.limits());
    moments = new Moments(simulation);
    Tags tags = new Tags();
    faults = new FaultInjector(spec.faults(), simulation, moments, calls, tags, DamageBook.NONE);
    names = new WorldNames(spec, calls, faults);
    hardware = new Hardware(spec, simulation, tags, faults);
    failures = new Failures(simulation, names, spec.skipped(), RunResult.MOST_FAILURES);
    flights = new Flights(simulation);
    checks = checks();
    timetable = new Timetable(spec.events(), simulation, moments, calls, this::act);
    book = new CallBook(simulation, calls, options.listener());
    watchBios();
    boot = boot(null);
  }

  /** Runs to the end, whatever that is. */
  RunResult run() {
    Verdict ended;
    try {
      timetable.start();
      boot.workload().start();
      simulation.run();
      ended = Verdict.PASSED;
      List<Mempool<?>> pools = boot.engine().pools();
      checks.atRest(boot.workload().unfinished(), boot.ledger().open(), pools);
      new RunJudge(spec, failures).expectations(faults, book.failed(), pools);
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

  private Checks checks() {
    List<String> devices = new ArrayList<>();
    for (DiskSpec disk : spec.disks()) {
      devices.add(disk.name());
    }
    return new Checks(
        failures,
        DialectRules.of(spec.engine().dialect(), spec.engine().clientConfigs()),
        flights,
        names,
        hardware.memory(),
        hardware.tags(),
        devices,
        hardware.media(),
        hardware.contents());
  }

  private void watchBios() {
    boolean fed = !options.listener().equals(RunListener.NONE);
    BioFeed feed = new BioFeed(simulation, options.listener());
    flights.watch(
        timetable.namesBios() ? List.of(checks, timetable) : List.of(checks),
        fed ? List.of(checks, feed) : List.of(checks));
  }

  private void act(WorldEvent.Action action) {
    if (action instanceof WorldEvent.Action.Release release) {
      hardware.disks().get(release.device()).release();
    }
  }

  private Boot boot(@Nullable Boot before) {
    int firstBio = before == null ? 0 : before.engine().bioCount();
    var engine = new DmIoEngine(simulation, hardware.memory(), config(), firstBio);
    PlainBios bios = new PlainBios(simulation, engine::nextBio);
    Ledger ledger =
        new Ledger(simulation, engine, bios, flights, watches(checks), watches(checks.plainBios()));
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

  private EngineConfig config() {
    Exhibit exhibit = options.exhibit();
    return new EngineConfig(
        spec.engine().dialect(),
        exhibit == null ? Steps.of(spec.engine().dialect()) : exhibit.steps(),
        exhibit == null ? PoolSteps.CORRECT : exhibit.poolSteps(),
        spec.engine().clientConfigs(),
        faults::gateOf,
        checks);
  }

  /** Who hears of calls, the one who judges them first. */
  private List<CallWatch> watches(CallWatch judge) {
    List<CallWatch> watches = new ArrayList<>(List.of(judge, book));
    if (options.listener().wantsData()) {
      DataWords words =
          new DataWords(calls, hardware.tags(), hardware.media(), hardware.contents());
      BufferContent buffers = new BufferContent(hardware.memory(), hardware.tags());
      watches.add(new DataFeed(buffers, words, options.listener()));
    }
    return watches;
  }

  private RunResult result(Verdict verdict) {
    hardware.fold(book.digest());
    return new RunResult(
        spec.scenario(),
        spec.seed(),
        spec.engine().dialect(),
        verdict,
        Digests.fingerprint(spec, simulation),
        book.digest().value(),
        simulation.now(),
        simulation.log().count(),
        boot.ledger().calls(),
        book.failed(),
        flights.submitted(),
        0,
        failures.kept(),
        failures.count(),
        book.outcomes(),
        poolResults(),
        hardware.results(),
        ruleResults(),
        names,
        simulation.log());
  }

  private List<RunResult.PoolResult> poolResults() {
    List<RunResult.PoolResult> results = new ArrayList<>();
    for (Mempool<?> pool : boot.engine().pools()) {
      results.add(new RunResult.PoolResult(pool.name(), pool.books()));
    }
    return results;
  }

  private List<RunResult.RuleResult> ruleResults() {
    List<RunResult.RuleResult> results = new ArrayList<>();
    for (FaultSpec rule : spec.faults()) {
      int number = rule.number();
      results.add(
          new RunResult.RuleResult(number, rule.name(), faults.fired(number), faults.hits(number)));
    }
    return results;
  }
}
