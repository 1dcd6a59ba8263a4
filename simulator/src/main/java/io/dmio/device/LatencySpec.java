package io.dmio.device;

import io.dmio.sim.Probability;
import java.util.List;

/** How long a disk takes, as written: compiled into a table of quantiles once per world. */
public sealed interface LatencySpec {

  /** No time at all: a bio ends inside its submission. */
  LatencySpec NONE = new Fixed(0);

  /**
   * Always the same.
   *
   * @param nanos nanoseconds
   */
  record Fixed(long nanos) implements LatencySpec {}

  /**
   * Uniform.
   *
   * @param lowNanos the least
   * @param highNanos the most
   */
  record Uniform(long lowNanos, long highNanos) implements LatencySpec {}

  /**
   * Lognormal.
   *
   * @param medianNanos half of all draws are below
   * @param p99Nanos 99 of 100 draws are below; not less than the median
   */
  record Lognormal(long medianNanos, long p99Nanos) implements LatencySpec {}

  /**
   * One of several.
   *
   * @param parts the alternatives; their weights sum up to 1
   */
  record Mixture(List<Part> parts) implements LatencySpec {

    /** Copies the list. */
    public Mixture {
      parts = List.copyOf(parts);
    }
  }

  /**
   * An alternative of a mixture.
   *
   * @param weight how often it is taken
   * @param latency how long it takes then
   */
  record Part(Probability weight, LatencySpec latency) {}
}
