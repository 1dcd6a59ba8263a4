package io.dmio.sim;

/** Ends a run that went beyond its {@link Limits}, or beyond a limit that every run has. */
public final class LimitReached extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private LimitReached(String message) {
    super(message, null, false, false);
  }

  static LimitReached time(long nanos) {
    return new LimitReached("the limit of " + nanos + " ns of virtual time was reached");
  }

  static LimitReached moments(int most) {
    return new LimitReached(
        "the limit of " + most + " moments that are kept for others to wait for was reached");
  }

  /** A pool was to keep more elements than any may. */
  public static LimitReached elements(String pool, int wanted, int most) {
    return new LimitReached(
        "the limit of "
            + most
            + " elements in the reserve of a pool was reached: "
            + pool
            + " was to keep "
            + wanted);
  }

  /** More pages were to be allocated at once than the simulated memory has. */
  public static LimitReached pages(long wanted, long most) {
    return new LimitReached(
        "the limit of " + most + " pages of simulated memory was reached: " + wanted);
  }

  static LimitReached events(long events) {
    return new LimitReached("the limit of " + events + " events was reached");
  }

  static LimitReached atOnce(int most, String what) {
    return new LimitReached("the limit of " + most + " " + what + " at once was reached");
  }
}
