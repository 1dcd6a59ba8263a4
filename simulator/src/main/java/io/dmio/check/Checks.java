package io.dmio.check;

import io.dmio.block.Memory;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.engine.IoReturn;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolWatch;
import io.dmio.sim.KernelBug;
import io.dmio.sim.LimitReached;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.CallInfo;
import io.dmio.workload.Complaint;
import io.dmio.workload.WorkloadListener;
import java.util.ArrayList;
import java.util.List;

/**
 * All checks of one world. They only look: whether they are on changes no digest.
 *
 * <p>What they look at: calls and bios by the {@link Ledger} and {@link Flights}, pools as their
 * {@link PoolWatch}, tasks as their {@link WorkloadListener}.
 */
public final class Checks implements PoolWatch, WorkloadListener {

  private final Failures failures;
  private final Flights flights;
  private final CallDirectory calls;
  private final List<String> deviceNames;
  private final LifetimeCheck lifetime;
  private final MempoolCheck mempool;
  private final DataCheck data;
  private final UsageCheck usage;
  private final ExpectCheck expect;
  private final List<CallWatch> callWatches = new ArrayList<>();
  private final List<BioWatch> submitWatches = new ArrayList<>();
  private final List<BioWatch> endWatches = new ArrayList<>();
  private final List<PoolWatch> poolWatches = new ArrayList<>();

  /**
   * Makes the checks.
   *
   * @param failures where failures go; it knows which checks are skipped
   * @param media what every device holds, by number
   * @param contents what it held at the start
   */
  public Checks(
      Failures failures,
      Flights flights,
      CallDirectory calls,
      Memory memory,
      Tags tags,
      List<String> deviceNames,
      List<SectorStore> media,
      List<SectorContent> contents) {
    this.failures = failures;
    this.flights = flights;
    this.calls = calls;
    this.deviceNames = List.copyOf(deviceNames);
    lifetime = new LifetimeCheck(failures, memory);
    mempool = new MempoolCheck(failures);
    expect = new ExpectCheck(failures, this.deviceNames);
    usage = new UsageCheck(failures);
    data =
        new DataCheck(
            failures,
            calls,
            memory.contents(),
            tags,
            this.deviceNames,
            media,
            contents,
            flights.slots());
    wire();
  }

  private void wire() {
    CallsCheck callsCheck = new CallsCheck(failures);
    ShapeCheck shape = new ShapeCheck(failures);
    ErrorBitsCheck errorBits = new ErrorBitsCheck(failures);
    follow(Check.CALLS, callsCheck);
    follow(Check.ERROR_BITS, errorBits);
    follow(Check.LIFETIME, lifetime);
    follow(Check.SHAPE, shape);
    follow(Check.DATA, data);
    follow(Check.MEMPOOL, mempool);
    followSubmits(Check.LIFETIME, lifetime);
    followSubmits(Check.SHAPE, shape);
    followSubmits(Check.DATA, data);
    followSubmits(Check.EXPECT, expect);
    followEnds(Check.LIFETIME, lifetime);
    followEnds(Check.DATA, data);
    if (failures.isWanted(Check.LIFETIME)) {
      poolWatches.add(lifetime);
    }
    if (failures.isWanted(Check.MEMPOOL)) {
      poolWatches.add(mempool);
    }
  }

  private void follow(Check check, CallWatch watch) {
    if (failures.isWanted(check)) {
      callWatches.add(watch);
    }
  }

  private void followSubmits(Check check, BioWatch watch) {
    if (failures.isWanted(check)) {
      submitWatches.add(watch);
    }
  }

  private void followEnds(Check check, BioWatch watch) {
    if (failures.isWanted(check)) {
      endWatches.add(watch);
    }
  }

  /** What follows calls. */
  public List<CallWatch> callWatches() {
    return callWatches;
  }

  /** What follows submissions of bios. */
  public List<BioWatch> submitWatches() {
    return submitWatches;
  }

  /** What follows ends of bios. */
  public List<BioWatch> endWatches() {
    return endWatches;
  }

  @Override
  public void changed(Mempool<?> pool) {
    for (int i = 0; i < poolWatches.size(); i++) {
      poolWatches.get(i).changed(pool);
    }
  }

  @Override
  public void callStarted(CallInfo call) {
    expect.callStarted(call);
  }

  @Override
  public void callReturned(CallInfo call, IoReturn result) {
    usage.callReturned(call, result);
    expect.callReturned(call, result);
  }

  @Override
  public void callNotified(CallInfo call, long bits) {
    expect.callNotified(call, bits);
  }

  @Override
  public void callEnded(CallInfo call) {
    expect.callEnded(call);
  }

  @Override
  public void poolCallEnded(int task, String step, IoReturn result, CallExpectation of) {
    usage.poolCallEnded(task, step, result, of);
    expect.poolCallEnded(task, step, result, of);
  }

  @Override
  public void complained(Complaint complaint) {
    expect.complained(complaint);
  }

  /**
   * Nothing is left to do: judges what is left over.
   *
   * @param tasks names of the tasks that are not over
   * @param open calls that are not over
   * @return whether the run hangs
   */
  public boolean atRest(List<String> tasks, List<OpenCall> open, List<Mempool<?>> pools) {
    String hang = new HangReport(calls, deviceNames, flights.slots()).of(tasks, open, pools);
    if (!hang.isEmpty()) {
      Place place = open.isEmpty() ? Place.NOWHERE : Place.of(open.get(0));
      failures.add(Check.PROGRESS, hang, place);
      return true;
    }
    if (failures.isWanted(Check.MEMPOOL)) {
      mempool.atRest(pools);
    }
    if (failures.isWanted(Check.DATA)) {
      data.atRest();
    }
    return false;
  }

  /** A contradiction inside has ended the run. */
  public void crashed(KernelBug bug) {
    failures.add(Check.BUG, String.valueOf(bug.getMessage()));
  }

  /** A limit has ended the run. */
  public void stopped(LimitReached limit) {
    failures.add(Check.PROGRESS, String.valueOf(limit.getMessage()));
  }
}
