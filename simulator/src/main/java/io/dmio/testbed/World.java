package io.dmio.testbed;

import io.dmio.block.Tags;
import io.dmio.check.Checks;
import io.dmio.check.Compared;
import io.dmio.check.DialectRules;
import io.dmio.check.Failures;
import io.dmio.check.Losses;
import io.dmio.device.PowerCutRecord;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.EngineConfig;
import io.dmio.engine.Steps;
import io.dmio.fault.FaultInjector;
import io.dmio.fault.FaultSpec;
import io.dmio.ledger.BioTap;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.CallWatch;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolSteps;
import io.dmio.museum.Exhibit;
import io.dmio.sim.Branches;
import io.dmio.sim.EventLog;
import io.dmio.sim.KernelBug;
import io.dmio.sim.LimitReached;
import io.dmio.sim.Moments;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import io.dmio.workload.BufferContent;
import io.dmio.workload.TaskCollapsed;
import java.util.ArrayList;
import java.util.List;

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
  private final Losses losses;
  private final BioTap tap;
  private final Checks checks;
  private final Timetable timetable;
  private final CallBook book;
  private final HostLife host;
  private final RunJudge judge;
  private final EventBudget allowance;
  private Verdict ended = Verdict.PASSED;
  private long outcome;

  /**
   * Makes a world.
   *
   * @param branches chooses what survives where every state is to be tried
   * @param allowance what is left of the limit of events
   */
  World(WorldSpec spec, RunOptions options, Branches branches, EventBudget allowance) {
    this.spec = spec;
    this.options = options;
    this.allowance = allowance;
    simulation =
        new Simulation(
            new RadixHeap(),
            new SeededChoices(spec.seed()),
            new EventLog(options.log()),
            spec.limits().withEvents(allowance.events()));
    moments = new Moments(simulation);
    Tags tags = new Tags();
    losses = new Losses(spec.expect().isLossless(), RunResult.MOST_LOSSES);
    faults = new FaultInjector(spec.faults(), simulation, moments, calls, tags, losses);
    names = new WorldNames(spec, calls, faults);
    hardware = new Hardware(spec, simulation, tags, faults, losses);
    failures = new Failures(simulation, names, spec.skipped(), RunResult.MOST_FAILURES);
    tap = new BioTap(simulation);
    checks = checks();
    judge = new RunJudge(spec, failures);
    book = new CallBook(simulation, calls, options.listener());
    host =
        new HostLife(
            spec.engine(),
            book,
            new BootFactory(
                simulation,
                moments,
                hardware,
                calls,
                config(),
                spec.tasks(),
                checks,
                tap,
                watches(checks),
                watches(checks.plainBios())));
    PowerSupply power = new PowerSupply(simulation, hardware.disks(), host, branches, checks);
    Operator operator = new Operator(power, hardware.disks(), host, faults);
    timetable = new Timetable(spec.events(), simulation, moments, calls, operator);
    watchBios();
  }

  /**
   * Runs to the end, whatever that is.
   *
   * @return how bad it was, 0 if everything held
   */
  int play() {
    try {
      simulation.beginLimits();
      timetable.start();
      host.start();
      simulation.run();
      host.atRest();
      judge.expectations(faults, book.failed(), losses.count(), host.pools());
    } catch (KernelBug bug) {
      ended = Verdict.CRASHED;
      checks.crashed(bug);
    } catch (LimitReached limit) {
      ended = Verdict.LIMIT;
      checks.stopped(words(limit));
    } catch (TaskCollapsed collapsed) {
      ended = Verdict.FAILED;
    } catch (RuntimeException defect) {
      throw new DefectException(spec, simulation.now(), simulation.log().count(), defect);
    }
    hardware.fold(book.digest());
    outcome = book.digest().value();
    return judge.rank(ended);
  }

  /** How many events there were, as the limit counts them. */
  long events() {
    return Math.max(simulation.dispatched(), simulation.log().count());
  }

  /** What became of disks that lost their power. */
  List<PowerCutRecord> powerCuts() {
    return hardware.powerCuts();
  }

  /** The digest of every event. */
  long fingerprint() {
    return Digests.fingerprint(spec, simulation);
  }

  /** The digest of what users see. */
  long outcome() {
    return outcome;
  }

  /** How much the checks have compared. */
  Compared compared() {
    return failures.compared();
  }

  private String words(LimitReached limit) {
    boolean shared = allowance.statesDone() > 0 && events() > allowance.events();
    return shared
        ? "the limit of "
            + spec.limits().events()
            + " events was reached when "
            + allowance.statesDone()
            + " states were done"
        : String.valueOf(limit.getMessage());
  }

  private Checks checks() {
    return new Checks(
        failures,
        DialectRules.of(spec.engine().dialect(), spec.engine().clientConfigs()),
        tap,
        names,
        hardware.memory(),
        hardware.tags(),
        hardware.checkedDevices(),
        losses,
        spec.losesPower());
  }

  private void watchBios() {
    RunListener listener = options.listener();
    BioWatch submissions = checks;
    BioWatch ends = checks;
    if (timetable.namesBios()) {
      submissions = submissions.and(timetable);
    }
    if (!listener.equals(RunListener.NONE)) {
      ends = ends.and(new BioFeed(simulation, listener));
    }
    if (listener.wantsBios()) {
      CargoFeed cargo = new CargoFeed(hardware.memory().contents(), listener);
      submissions = submissions.and(cargo);
      ends = ends.and(cargo);
    }
    tap.watch(submissions, ends);
  }

  private EngineConfig config() {
    Exhibit exhibit = options.exhibit();
    return new EngineConfig(
        spec.engine().dialect(),
        exhibit == null ? Steps.of(spec.engine().dialect()) : exhibit.steps(),
        exhibit == null ? PoolSteps.CORRECT : exhibit.poolSteps(),
        spec.engine().clientConfigs(),
        pool -> checks.follow(faults.gateOf(pool)),
        checks::watchOfPool);
  }

  /** Who hears of calls, the one who judges them first. */
  private CallWatch watches(CallWatch judge) {
    CallWatch watches = judge.and(book);
    if (!options.listener().wantsData()) {
      return watches;
    }
    DataWords words =
        new DataWords(calls, hardware.tags(), hardware.presentContents(), hardware.contents());
    BufferContent buffers = new BufferContent(hardware.memory(), hardware.tags());
    return watches.and(new DataFeed(buffers, words, options.listener()));
  }

  /**
   * The result, which is judged here.
   *
   * @param tried how many worlds were run, and which of them this is
   * @param digests of all of them
   * @param compared what was compared in all of them
   */
  RunResult result(RunResult.Tried tried, RunResult.Digests digests, Compared compared) {
    if (ended != Verdict.LIMIT) {
      judge.states(tried.states());
    }
    if (ended == Verdict.PASSED) {
      judge.compared(compared);
    }
    Verdict verdict = judge.verdict(ended);
    return new RunResult(
        spec.scenario(),
        spec.seed(),
        spec.engine().dialect(),
        verdict,
        digests,
        totals(),
        tried,
        new RunResult.Findings(
            failures.kept(), failures.count(), losses.kept(), losses.count(), compared),
        new ExternalEvents(timetable.results(), host.boots(), hardware.powerCuts()),
        book.outcomes(),
        poolResults(),
        hardware.results(),
        ruleResults(),
        names,
        simulation.log());
  }

  private RunResult.Totals totals() {
    return new RunResult.Totals(
        simulation.now(),
        simulation.log().count(),
        host.calls(),
        book.failed(),
        book.lost(),
        tap.submitted());
  }

  private List<RunResult.PoolResult> poolResults() {
    List<RunResult.PoolResult> results = new ArrayList<>();
    for (Mempool<?> pool : host.pools()) {
      results.add(new RunResult.PoolResult(pool.name(), pool.books()));
    }
    return results;
  }

  private List<RunResult.RuleResult> ruleResults() {
    List<RunResult.RuleResult> results = new ArrayList<>();
    for (FaultSpec rule : spec.faults()) {
      int number = rule.number();
      results.add(
          new RunResult.RuleResult(
              number,
              rule.name(),
              faults.fired(number),
              faults.hits(number),
              rule instanceof FaultSpec.Silent));
    }
    return results;
  }
}
