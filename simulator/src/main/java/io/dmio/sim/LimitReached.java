package io.dmio.sim;

/** Ends a run that went beyond its {@link Limits}. */
public final class LimitReached extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private LimitReached(String message) {
    super(message, null, false, false);
  }

  static LimitReached time(long nanos) {
    return new LimitReached("the limit of " + nanos + " ns of virtual time was reached");
  }

  static LimitReached events(long events) {
    return new LimitReached("the limit of " + events + " events was reached");
  }

  static LimitReached atOnce(int most, String what) {
    return new LimitReached("the limit of " + most + " " + what + " at once was reached");
  }
}
