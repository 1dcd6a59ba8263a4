package io.dmio.check;

/** The ios that a client's pool got back, and the calls that should have given one back. */
final class IoBook {

  private final SecondBook ios;
  private long ended;

  IoBook(SecondBook ios) {
    this.ios = ios;
  }

  /** A call ends for its caller; whether its io can be back. */
  boolean callEnded() {
    ended++;
    boolean right = ios.givenBack() >= ended;
    ended = Math.min(ended, ios.givenBack());
    return right;
  }

  /** The name of the pool. */
  String name() {
    return ios.name();
  }
}
