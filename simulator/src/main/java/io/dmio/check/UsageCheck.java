package io.dmio.check;

import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.CallInfo;

/** No call was refused unless its step expects it. */
final class UsageCheck {

  private final Failures failures;

  UsageCheck(Failures failures) {
    this.failures = failures;
  }

  void callReturned(CallInfo call, IoReturn result) {
    Refusal refusal = result.refusal();
    if (refusal != null && call.expect().refusal() == null) {
      failures.add(
          Check.USAGE,
          call.name() + " was refused by " + refusal.text() + " and returned " + result.errno(),
          Place.ofCall(call.number()));
    }
  }

  void poolCallEnded(int task, String step, IoReturn result, CallExpectation expect) {
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
