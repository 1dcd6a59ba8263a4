package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.Memory;
import io.dmio.block.Tags;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.BioTap;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.Ledger;
import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.TargetWatch;
import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolWatch;
import io.dmio.sim.KernelBug;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.Complaint;
import io.dmio.workload.WorkloadListener;
import java.util.List;

/**
 * All checks of one world. They only look: whether they are on changes no digest. What a check says
 * that is skipped, {@link Failures} does not hear.
 *
 * <p>Every moment is passed on here to the checks that follow it, by their own types: that is
 * quicker than asking a list of listeners, most of which have nothing to say.
 *
 * <p>What they look at: calls and bios by the {@link Ledger} and {@link BioTap}, pools by {@link
 * #watchOfPool}, tasks as their {@link WorkloadListener}.
 */
public final class Checks implements CallWatch, BioWatch, WorkloadListener {

  private final Failures failures;
  private final Memory memory;
  private final BioTap tap;
  private final CallDirectory calls;
  private final List<String> deviceNames;
  private final DataCheck data;
  private final UsageCheck usage;

  // What follows a host, and is made again with the next.
  private LifetimeCheck lifetime;
  private MempoolCheck mempool;
  private ExpectCheck expect;
  private CallsCheck callsCheck;
  private ShapeCheck shape;
  private ErrorBitsCheck errorBits;

  /**
   * Makes the checks.
   *
   * @param failures where failures go; it knows which checks are skipped
   * @param rules what they expect of the dialect
   * @param devices every device
   * @param losses where faults declare what they touch, and where losses go
   * @param powered whether power may fail or the host may die, so that it matters what is durable
   */
  public Checks(
      Failures failures,
      DialectRules rules,
      BioTap tap,
      CallDirectory calls,
      Memory memory,
      Tags tags,
      CheckedDevices devices,
      Losses losses,
      boolean powered) {
    this.failures = failures;
    this.memory = memory;
    this.tap = tap;
    this.calls = calls;
    deviceNames = devices.names();
    usage = new UsageCheck(failures);
    data = new DataCheck(failures, calls, memory.contents(), tags, devices, tap, losses, powered);
    follow(rules);
  }

  /**
   * The host has died: all that was known of it is forgotten, what the devices may hold is not.
   *
   * @param next what is expected of the next host's dialect, fresh
   */
  public void dropHost(DialectRules next) {
    data.dropHost();
    follow(next);
  }

  private void follow(DialectRules of) {
    HeldPages pages = new HeldPages();
    ShadowPoolBooks pools = new ShadowPoolBooks(failures, of, pages);
    lifetime = new LifetimeCheck(failures, memory, of, pools, tap.slots());
    mempool = new MempoolCheck(failures, of, pages, pools);
    expect = new ExpectCheck(failures, deviceNames);
    callsCheck = new CallsCheck(failures, of, pools);
    shape = new ShapeCheck(failures, of);
    errorBits = new ErrorBitsCheck(failures, of);
  }

  /** Who looks at the callers of bios that go past dm-io: what they read must be right. */
  public CallWatch plainBios() {
    return data;
  }

  /** What the sectors of a disk may hold. */
  DeviceHistory historyOf(int disk) {
    return data.historyOf(disk);
  }

  /** Who hears what targets do that is no error. */
  public TargetWatch targets() {
    return data.targets();
  }

  @Override
  public void started(ObservedCall call) {
    callsCheck.started(call);
    lifetime.started(call);
    shape.started(call);
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    callsCheck.returned(call, result);
    errorBits.returned(call, result);
    lifetime.returned(call, result);
    shape.returned(call, result);
    data.returned(call, result);
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    callsCheck.notified(call, bits);
    errorBits.notified(call, bits);
    lifetime.notified(call, bits);
    data.notified(call, bits);
  }

  @Override
  public void stray(int call, String callback) {
    callsCheck.stray(call, callback);
  }

  @Override
  public void over(ObservedCall call) {
    callsCheck.over(call);
    lifetime.over(call);
    data.over(call);
  }

  @Override
  public void pagesAsked(boolean get, int pages) {
    callsCheck.pagesAsked(get, pages);
    mempool.pagesAsked(get, pages);
  }

  @Override
  public void pagesAnswered(boolean get, int pages, IoReturn result) {
    callsCheck.pagesAnswered(get, pages, result);
    mempool.pagesAnswered(get, pages, result);
  }

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    lifetime.submitted(tapped, bio);
    if (!tapped.call().isPlain()) {
      shape.submitted(tapped, bio);
    }
    data.submitted(tapped, bio);
    expect.submitted(tapped, bio);
  }

  @Override
  public void ended(TappedBio tapped, Bio bio) {
    lifetime.ended(tapped, bio);
    data.ended(tapped, bio);
  }

  @Override
  public void lost(TappedBio tapped) {
    data.lost(tapped);
  }

  @Override
  public void strayed(Bio bio) {
    lifetime.strayed(bio);
  }

  /** The allocator of pools of the host that is up, as it is followed. */
  public AllocationGate follow(AllocationGate allocator) {
    return mempool.follow(allocator);
  }

  /** Who follows the pool of a number, of the host that is up. */
  public PoolWatch watchOfPool(int number) {
    return mempool.watchOf(number);
  }

  @Override
  public void callStarted(IoRequest call, CallExpectation of) {
    expect.callStarted(call, of);
  }

  @Override
  public void callReturned(IoRequest call, IoReturn result, CallExpectation of) {
    usage.callReturned(call, result, of);
    expect.callReturned(call, result);
  }

  @Override
  public void callNotified(IoRequest call, long bits) {
    expect.callNotified(call, bits);
  }

  @Override
  public void callEnded(IoRequest call) {
    expect.callEnded(call);
  }

  @Override
  public void poolCallEnded(int task, String step, IoReturn result, CallExpectation of) {
    usage.poolCallEnded(task, step, result, of);
    expect.poolCallEnded(task, step, result, of);
  }

  @Override
  public void verified(int sectors) {
    expect.verified(sectors);
  }

  @Override
  public void readBack(int sectors) {
    expect.readBack(sectors);
  }

  @Override
  public void complained(Complaint complaint) {
    expect.complained(complaint);
  }

  /**
   * Power has failed at a device, or the host has died and its cache with it: told before anybody
   * reads it again.
   */
  public void powerCut(int device) {
    data.powerCut(device);
  }

  /**
   * Nothing is left to do: judges what is left over.
   *
   * @param tasks names of the tasks that are not over
   * @param open calls that are not over
   * @return whether the run hangs
   */
  public boolean atRest(List<String> tasks, List<ObservedCall> open, List<Mempool<?>> pools) {
    HangReport report = new HangReport(failures.tally(), calls, deviceNames, tap.slots());
    String hang = report.of(tasks, open, pools);
    if (!hang.isEmpty()) {
      FailureLocation place =
          open.isEmpty() ? FailureLocation.NOWHERE : FailureLocation.of(open.get(0));
      failures.add(Check.PROGRESS, hang, place);
      return true;
    }
    mempool.atRest(pools);
    data.atRest();
    return false;
  }

  /** A contradiction inside has ended the run. */
  public void crashed(KernelBug bug) {
    failures.add(Check.BUG, String.valueOf(bug.getMessage()));
  }

  /** A limit has ended the run; {@code which} says it in words. */
  public void stopped(String which) {
    failures.add(Check.PROGRESS, which);
  }
}
