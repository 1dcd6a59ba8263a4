package io.dmio.check;

import io.dmio.block.Errno;
import io.dmio.engine.IoReturn;

/** What a call may return. */
final class Contract {

  private Contract() {}

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
