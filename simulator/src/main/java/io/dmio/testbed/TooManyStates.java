package io.dmio.testbed;

/**
 * The power cuts of a scenario allow more states than its run may try: a matter of the scenario,
 * which shows when its first world is over. Nothing else of the run is known then.
 */
public final class TooManyStates extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int event;

  TooManyStates(long states, long most, int event) {
    super(
        (states == Long.MAX_VALUE ? "2^63 states or more" : states + " states")
            + " would be tried one by one, and the limit is "
            + most,
        null,
        false,
        false);
    this.event = event;
  }

  /** The number of the first event of the scenario that tries each state. */
  public int event() {
    return event;
  }
}
