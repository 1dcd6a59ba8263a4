package io.dmio.mutants;

import java.util.Random;

/**
 * How many mutants are tried, and from which seed: {@code -Ddmio.mutants=N} times as many as a
 * build tries, and {@code -Ddmio.mutants.seed=S}, which everything that fails names.
 */
public final class Mutants {

  private static final long SEED = Long.getLong("dmio.mutants.seed", 1);
  private static final int TIMES = Integer.getInteger("dmio.mutants", 1);

  private Mutants() {}

  /** Tries one mutant. */
  @FunctionalInterface
  public interface Trial {

    /** Throws whatever a mutant must not bring about. */
    void run(Random random) throws Exception;
  }

  /**
   * Tries many.
   *
   * @param count how many a build tries
   * @throws AssertionError with the seed of the first that fails
   */
  public static void tryAll(int count, Trial trial) {
    for (int i = 0; i < count * TIMES; i++) {
      long seed = SEED * 1_000_000_007L + i;
      try {
        trial.run(new Random(seed));
      } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError problem) {
        throw new AssertionError(
            "mutant " + i + " of -Ddmio.mutants.seed=" + SEED + ": " + problem.getMessage(),
            problem);
      }
    }
  }
}
