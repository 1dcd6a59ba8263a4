package io.dmio.check;

import io.dmio.block.Errno;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.ObservedCall;

/** What a call may return. */
final class Contract {

  private static final String RIGHT = "";

  private Contract() {}

  /** What a call that was not refused should return, in words; empty if it does. */
  static String mistake(ObservedCall call, IoReturn result, DialectRules rules) {
    if (!call.request().sync()) {
      return result.errno() == Errno.OK && !result.bitsWritten()
          ? RIGHT
          : "an accepted asynchronous call returns OK without error bits";
    }
    if (result.errno() == Errno.EINTR) {
      return interruption(call, result, rules);
    }
    Errno expected = result.bits() == 0 ? Errno.OK : Errno.EIO;
    if (!result.bitsWritten() || result.errno() != expected) {
      return "a synchronous call writes its error bits and returns OK if they are 0, else EIO";
    }
    return rules.interruptible() ? patience(call) : RIGHT;
  }

  private static String interruption(ObservedCall call, IoReturn result, DialectRules rules) {
    if (!rules.interruptible()) {
      return "nothing interrupts a caller of this dialect";
    }
    if (!call.signalled() || result.bitsWritten()) {
      return "only a call with a signal pending returns EINTR, and without error bits";
    }
    return call.inFlight() > 0
        ? RIGHT
        : "none of its bios was under way, so that there was nothing to wait for";
  }

  /** What is wrong with a call that has waited, where a signal should have kept it from that. */
  private static String patience(ObservedCall call) {
    if (call.signalled()) {
      return "a signal was pending when it began to wait, so it should have returned EINTR";
    }
    return call.waits() && !call.askedForSignal()
        ? "it began to wait and did not look for a signal"
        : RIGHT;
  }
}
