package io.dmio.device;

/**
 * How long a kind of disk takes.
 *
 * @param read reads
 * @param write writes, discards and write-zeroes
 * @param flush flushes
 */
public record LatencyProfile(LatencySpec read, LatencySpec write, LatencySpec flush) {

  /** A disk that takes the same for everything. */
  public static LatencyProfile of(LatencySpec every) {
    return new LatencyProfile(every, every, every);
  }
}
