package io.dmio.testbed;

/** Which runs are equal: equal scenario, seed and semantics give equal digests. */
public final class Semantics {

  /** Raised only when some event stream changes; the change log says why. */
  public static final int NUMBER = 1;

  private Semantics() {}
}
