package io.dmio.fault;

import io.dmio.sim.SeededChoices;

/** Numbers that all follow from one draw of a stream: SplitMix64 from there on. */
final class DerivedDraws {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  /** Begins with a draw. */
  DerivedDraws from(long draw) {
    state = draw;
    return this;
  }

  /** 64 bits. */
  long next() {
    state += GOLDEN;
    return SeededChoices.mix(state);
  }

  /** A number in {@code [0, bound)}; {@code bound} is positive. */
  long below(long bound) {
    return (next() >>> 1) % bound;
  }

  /** True or false. */
  boolean coin() {
    return next() < 0;
  }
}
