package io.dmio.testbed;

import java.util.function.LongConsumer;

/**
 * How many worlds a run may make of the states that its power cuts with {@code survives: each}
 * allow.
 *
 * @param most how many, at least 1
 * @param count hears how many there will be, before the second is made; if the allowed states of a
 *     later cut depend on those of an earlier one, it is as if they were those of the first world
 */
public record StateLimit(long most, LongConsumer count) {

  /** How many if nobody says more. */
  public static final long DEFAULT_MOST = 4096;

  /** The default; nobody is told the number. */
  public static final StateLimit DEFAULT = of(DEFAULT_MOST);

  /** Checks the number. */
  public StateLimit {
    if (most < 1) {
      throw new IllegalArgumentException("a run has at least one state: " + most);
    }
  }

  /** Nobody is told the number. */
  public static StateLimit of(long most) {
    return new StateLimit(most, states -> {});
  }
}
