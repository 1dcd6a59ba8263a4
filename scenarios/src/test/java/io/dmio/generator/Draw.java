package io.dmio.generator;

import java.util.List;

/** Draws of a generator: splitmix64, so that one seed draws the same on every JDK. */
final class Draw {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  Draw(long seed) {
    state = seed;
  }

  /** 64 bits. */
  long bits() {
    state += GAMMA;
    long z = state;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** From 0 to {@code bound}, which is left out. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(bits(), bound);
  }

  /** Both ends are included. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** Both ends are included. */
  long between(long least, long most) {
    return least + Long.remainderUnsigned(bits(), most - least + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  /** One of some. */
  @SafeVarargs
  final <T> T of(T... some) {
    return some[below(some.length)];
  }

  /** One of a list that is not empty. */
  <T> T of(List<T> some) {
    return some.get(below(some.size()));
  }

  /** The place of one of some weights, each as likely as it weighs. */
  int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = below(sum);
    int place = 0;
    while (left >= weights[place]) {
      left -= weights[place++];
    }
    return place;
  }
}
