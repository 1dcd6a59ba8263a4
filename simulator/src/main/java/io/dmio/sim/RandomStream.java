package io.dmio.sim;

/** A named sequence of draws that no other stream can shift. */
public abstract class RandomStream {

  private final String name;
  private long draws;

  /** Makes a stream at its first draw. */
  protected RandomStream(String name) {
    this.name = name;
  }

  /** The name, as given to {@link Choices#stream}. */
  public final String name() {
    return name;
  }

  /** How many numbers were drawn. */
  public final long draws() {
    return draws;
  }

  /** 64 uniform bits. */
  public final long next() {
    return bitsAt(draws++);
  }

  /** A uniform integer in {@code [0, bound)}; {@code bound} is positive. */
  public final long below(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive: " + bound);
    }
    return highWord(next(), bound);
  }

  /** A uniform integer in {@code [low, high]}. */
  public final long between(long low, long high) {
    return low + below(high - low + 1);
  }

  /** True with the given probability; draws also if that is 0 or 1. */
  public final boolean hits(Probability probability) {
    return probability.accepts(next());
  }

  /** The 64 bits of the draw with this index. */
  protected abstract long bitsAt(long index);

  /** The upper 64 bits of the product of an unsigned and a positive number. */
  static long highWord(long unsigned, long positive) {
    return Math.multiplyHigh(unsigned, positive) + (unsigned >> 63 & positive);
  }
}
