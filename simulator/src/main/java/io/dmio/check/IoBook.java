package io.dmio.check;

import io.dmio.mempool.Mempool;

/** The ios that a client's pool got back, and the calls that should have given one back. */
final class IoBook {

  private String name = "its pool";
  private long out;
  private long givenBack;
  private long ended;

  /** The pool has changed. */
  void follow(Mempool<?> ios) {
    name = ios.name();
    if (ios.out() < out) {
      givenBack++;
    }
    out = ios.out();
  }

  /** A call ends for its caller; whether its io can be back. */
  boolean callEnded() {
    ended++;
    boolean right = givenBack >= ended;
    ended = Math.min(ended, givenBack);
    return right;
  }

  /** The name of the pool. */
  String name() {
    return name;
  }
}
