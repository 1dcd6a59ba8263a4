package io.dmio.check;

import io.dmio.block.RequestOp;
import io.dmio.engine.ErrorBits;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.ObservedCall;

/**
 * Bit i is set iff a bio of region i failed, or its device cannot do the operation at all. A
 * refused asynchronous multi-region read hears 1.
 */
final class ErrorBitsCheck implements CallWatch {

  private final Failures failures;
  private final DialectRules rules;
  private final Tally tally;

  ErrorBitsCheck(Failures failures, DialectRules rules) {
    this.failures = failures;
    this.rules = rules;
    tally = failures.tally();
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    if (result.bitsWritten()) {
      compare(call, result.bits(), Comparison.SYNC_BITS);
    }
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    compare(call, bits, Comparison.ASYNC_BITS);
  }

  private void compare(ObservedCall call, long bits, Comparison what) {
    tally.add(what);
    long expected = isRefusedRead(call) ? 1 : call.failedBits() | rules.unableBits(call.request());
    if (bits == expected) {
      return;
    }
    int regions = call.request().regions().size();
    int region = Long.numberOfTrailingZeros(bits ^ expected);
    boolean exists = region < regions;
    FailureLocation place =
        FailureLocation.of(call)
            .inRegion(region, exists ? call.request().regions().get(region).device().id() : -1)
            .saying(words(expected, regions), words(bits, regions));
    failures.add(Check.ERROR_BITS, message(call, region, exists, bits, expected), place);
  }

  private String message(ObservedCall call, int region, boolean exists, long bits, long expected) {
    boolean set = (bits >>> region & 1) != 0;
    String what =
        !exists
            ? "it has no region " + region
            : set
                ? "no bio of region " + region + " failed"
                : (call.failedBits() >>> region & 1) != 0
                    ? "a bio of region " + region + " failed"
                    : "the device of region " + region + " cannot do that";
    int regions = call.request().regions().size();
    return failures.nameOf(call)
        + " was told the error bits "
        + words(bits, regions)
        + ", but "
        + what
        + ": it should have been told "
        + words(expected, regions);
  }

  private static boolean isRefusedRead(ObservedCall call) {
    return call.op() == RequestOp.READ
        && call.request().regions().size() > 1
        && call.bios() == 0
        && !call.request().sync();
  }

  private static String words(long bits, int regions) {
    return ErrorBits.binary(bits, regions) + " " + ErrorBits.regions(bits);
  }
}
