package io.dmio.check;

import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.workload.CallExpectation;

/** No call was refused unless its step expects it. */
final class UsageCheck {

  private final Failures failures;
  private final Tally tally;

  UsageCheck(Failures failures) {
    this.failures = failures;
    tally = failures.tally();
  }

  void callReturned(IoRequest call, IoReturn result, CallExpectation expect) {
    tally.add(Comparison.USED_CALLS);
    Refusal refusal = result.refusal();
    if (refusal != null && expect.refusal() == null) {
      failures.add(
          Check.USAGE,
          failures.callName(call.call())
              + " was refused by "
              + refusal.text()
              + " and returned "
              + result.errno(),
          FailureLocation.ofCall(call.call()));
    }
  }

  void poolCallEnded(int task, String step, IoReturn result, CallExpectation expect) {
    tally.add(Comparison.USED_POOLS);
    Refusal refusal = result.refusal();
    if (refusal != null && expect.refusal() == null) {
      failures.add(
          Check.USAGE,
          step + " was refused by " + refusal.text() + " and returned " + result.errno(),
          task,
          step);
    }
  }
}
