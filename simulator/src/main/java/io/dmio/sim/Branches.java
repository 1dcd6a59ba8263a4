package io.dmio.sim;

import java.util.Arrays;

/**
 * Every way through a run that has choices of its own, one after the other.
 *
 * <p>The first run takes alternative 0 everywhere; {@link #next} goes on to the next way, the last
 * choice turning fastest. How many alternatives a choice has may depend on the choices before it,
 * and on nothing else. Worked example:
 *
 * <pre>{@code
 * Branches branches = new Branches();
 * do {
 *   run(branches);
 * } while (branches.next());
 * }</pre>
 */
public final class Branches {

  private long[] taken = new long[8];
  private long[] bounds = new long[8];
  private int depth;
  private int at;

  /**
   * Makes the next choice of this run.
   *
   * @param bound how many alternatives there are, at least 1
   * @return from 0, less than {@code bound}
   */
  public long choose(long bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("a choice needs an alternative: " + bound);
    }
    if (at == depth) {
      push(bound);
    } else if (bounds[at] != bound) {
      throw new IllegalStateException(
          "choice " + at + " had " + bounds[at] + " alternatives, and now has " + bound);
    }
    return taken[at++];
  }

  /** Goes on to the next way; false if there is none, and all begin again. */
  public boolean next() {
    at = 0;
    while (depth > 0 && taken[depth - 1] + 1 == bounds[depth - 1]) {
      depth--;
    }
    if (depth == 0) {
      return false;
    }
    taken[depth - 1]++;
    return true;
  }

  /** Branches whose first run goes the way that this run has gone. */
  public Branches sameWay() {
    Branches same = new Branches();
    same.taken = taken.clone();
    same.bounds = bounds.clone();
    same.depth = depth;
    return same;
  }

  private void push(long bound) {
    if (depth == taken.length) {
      taken = Arrays.copyOf(taken, depth * 2);
      bounds = Arrays.copyOf(bounds, depth * 2);
    }
    taken[depth] = 0;
    bounds[depth++] = bound;
  }
}
