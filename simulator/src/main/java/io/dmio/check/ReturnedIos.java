package io.dmio.check;

/** The ios that a client's pool got back, and the calls that should have given one back. */
final class ReturnedIos {

  private final ShadowPoolBook ios;
  private long ended;

  ReturnedIos(ShadowPoolBook ios) {
    this.ios = ios;
  }

  /** A call ends for its caller; whether its io can be back. */
  boolean callEnded() {
    ended++;
    boolean right = ios.givenBack() >= ended;
    ended = Math.min(ended, ios.givenBack());
    assert ended <= ios.givenBack() : ended + " of " + ios.givenBack();
    return right;
  }

  /** The name of the pool. */
  String name() {
    return ios.name();
  }
}
