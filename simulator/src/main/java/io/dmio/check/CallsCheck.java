package io.dmio.check;

import io.dmio.block.Errno;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.ObservedCall;
import java.util.Arrays;

/** Return codes are as specified; every call returns once, and is notified once, at the end. */
final class CallsCheck implements CallWatch {

  /** Only classic counts pages, and it has one client. */
  private static final int ONLY_CLIENT = 0;

  private final Failures failures;
  private final DialectRules rules;
  private final ShadowPoolBooks pools;
  private final Tally tally;
  private final HeldPages pages = new HeldPages();

  /** How often the allocators had failed when pages were asked for. */
  private long refusals;

  /** By slot: whether the pools of a call existed when it started. */
  private boolean[] poolsExisted = new boolean[16];

  /** By slot: whether the io or bios of a call are out that is not to be refused. */
  private boolean[] out = new boolean[16];

  /** Calls whose io or bios are out. */
  private int underWay;

  CallsCheck(Failures failures, DialectRules rules, ShadowPoolBooks pools) {
    this.failures = failures;
    this.rules = rules;
    this.pools = pools;
    tally = failures.tally();
  }

  @Override
  public void started(ObservedCall call) {
    int client = call.request().client();
    boolean exist = rules.countsPages() ? pages.exists() : pools.exist(client);
    if (call.slot() >= out.length) {
      int enough = Math.max(call.slot() + 1, out.length * 2);
      poolsExisted = Arrays.copyOf(poolsExisted, enough);
      out = Arrays.copyOf(out, enough);
    }
    poolsExisted[call.slot()] = exist;
    out[call.slot()] = !rules.breaksAny(call.request(), exist);
    underWay += out[call.slot()] ? 1 : 0;
  }

  /** Nothing of a call is out any more: before its caller hears, who may end the pool at once. */
  private void comesHome(ObservedCall call) {
    underWay -= out[call.slot()] ? 1 : 0;
    out[call.slot()] = false;
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    if (call.returns() > 1) {
      fail(call, "returned " + call.returns() + " times");
    }
    boolean sync = call.request().sync();
    if (result.refusal() != null || sync && result.errno() != Errno.EINTR) {
      comesHome(call);
    }
    if (sync && call.inFlight() > 0 && result.errno() != Errno.EINTR) {
      fail(call, "returned while " + call.inFlight() + " of its bios were under way");
    }
    Refusal refusal = result.refusal();
    if (refusal != null) {
      refused(call, result, refusal);
    } else if (rules.breaksAny(call.request(), poolsExisted[call.slot()])) {
      fail(call, "was accepted, but the contract refuses it");
    } else {
      accepted(call, result);
    }
  }

  private void refused(ObservedCall call, IoReturn result, Refusal refusal) {
    tally.add(Comparison.REFUSALS);
    if (!rules.breaks(refusal, call.request(), poolsExisted[call.slot()])) {
      fail(call, "was refused by " + refusal.text() + ", which it does not break");
    }
    if (result.errno() != refusal.errno() || result.bitsWritten()) {
      fail(
          call,
          "was refused by "
              + refusal.text()
              + " and returned "
              + result.errno()
              + "; it should return "
              + refusal.errno()
              + " without error bits");
    }
    boolean told = refusal == Refusal.MULTI_REGION_READ && !call.request().sync();
    if (call.notifications() != (told ? 1 : 0)) {
      fail(
          call,
          "was refused by " + refusal.text() + " and " + (told ? "not notified" : "notified"));
    }
    if (call.bios() > 0) {
      fail(call, "was refused and sent " + call.bios() + " bios");
    }
  }

  private void accepted(ObservedCall call, IoReturn result) {
    tally.add(Comparison.RETURNS);
    String mistake = Contract.mistake(call, result, rules);
    if (!mistake.isEmpty()) {
      fail(call, "returned " + result.errno() + ": " + mistake);
    }
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    tally.add(Comparison.NOTIFICATIONS);
    comesHome(call);
    if (call.request().sync()) {
      fail(call, "is synchronous, and was notified");
    }
    if (call.notifications() > 1) {
      fail(call, "was notified " + call.notifications() + " times");
    }
    if (call.inFlight() > 0) {
      fail(call, "was notified while " + call.inFlight() + " of its bios were under way");
    }
  }

  @Override
  public void stray(int call, String callback) {
    failures.add(
        Check.CALLS,
        "a call that was over was " + callback + " again",
        FailureLocation.ofCall(call));
  }

  @Override
  public void over(ObservedCall call) {
    comesHome(call);
  }

  @Override
  public void pagesAsked(boolean get, int count) {
    refusals = pools.refusalsOf(ONLY_CLIENT);
    pages.asks(get, count);
  }

  @Override
  public void pagesAnswered(boolean get, int count, IoReturn result) {
    assert pools.refusalsOf(ONLY_CLIENT) >= refusals : "fewer than " + refusals + " refusals";
    String mistake = get || !rules.countsPages() ? getMistake(result) : putMistake(count, result);
    pages.answered(result);
    tally.add(Comparison.GETS_AND_PUTS);
    if (!mistake.isEmpty()) {
      failures.add(
          Check.CALLS,
          (get ? "get(" : "put(") + count + ") returned " + result.errno() + ": " + mistake);
    }
  }

  private String getMistake(IoReturn result) {
    boolean failed = rules.countsPages() && result.errno() == Errno.ENOMEM;
    if (failed && result.refusal() == null) {
      return pages.exists() || pools.refusalsOf(ONLY_CLIENT) == refusals
          ? "only the first get fails, and only if an allocation did"
          : "";
    }
    return result.errno() == Errno.OK && result.refusal() == null
        ? ""
        : rules.countsPages() ? "a get returns OK or ENOMEM" : "it has no effect";
  }

  private String putMistake(int count, IoReturn result) {
    if (!pages.exists() || count > pages.held()) {
      return result.refusal() == Refusal.PUT_UNCOVERED
          ? ""
          : "it is not covered, only " + pages.held() + " pages are held";
    }
    if (count == pages.held() && underWay > 0) {
      return result.refusal() == Refusal.PUT_IN_USE
          ? ""
          : "it would destroy the pool while " + underWay + " calls are under way";
    }
    return result.errno() == Errno.OK ? "" : "nothing stands against it";
  }

  private void fail(ObservedCall call, String what) {
    failures.add(Check.CALLS, failures.nameOf(call) + " " + what, FailureLocation.of(call));
  }
}
