package io.dmio.check;

import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;

/** What a call of the classic dialect may return. */
final class Contract {

  private Contract() {}

  /** Whether a rule of the contract is broken by a request. */
  static boolean breaks(Refusal rule, IoRequest request, boolean poolExists) {
    int regions = request.regions().size();
    return switch (rule) {
      case NO_POOL -> !poolExists;
      case TOO_MANY_REGIONS -> regions > IoRequest.MAX_REGIONS;
      case MULTI_REGION_READ -> request.op() == RequestOp.READ && regions > 1;
      case MEMORY_TYPE -> request.memory() instanceof IoMemory.None;
      case PUT_UNCOVERED, PUT_IN_USE -> false;
    };
  }

  /** Whether any rule is broken by a request. */
  static boolean breaksAny(IoRequest request, boolean poolExists) {
    return breaks(Refusal.NO_POOL, request, poolExists)
        || breaks(Refusal.TOO_MANY_REGIONS, request, poolExists)
        || breaks(Refusal.MULTI_REGION_READ, request, poolExists);
  }

  /** What a call that was not refused should return, in words; empty if it does. */
  static String mistake(OpenCall call, IoReturn result) {
    if (!call.request().sync()) {
      return result.errno() == Errno.OK && !result.bitsWritten()
          ? ""
          : "an accepted asynchronous call returns OK without error bits";
    }
    if (result.errno() == Errno.EINTR) {
      return call.signalled() && !result.bitsWritten()
          ? ""
          : "only a call with a signal pending returns EINTR, and without error bits";
    }
    Errno expected = result.bits() == 0 ? Errno.OK : Errno.EIO;
    return result.bitsWritten() && result.errno() == expected
        ? ""
        : "a synchronous call writes its error bits and returns OK if they are 0, else EIO";
  }
}
