package io.dmio.bench;

import java.util.Arrays;

/**
 * Two programs for one job, measured in turns in one process, so that what slows one down slows the
 * other.
 *
 * @param name of the job
 * @param unit what one operation is
 * @param operations how many operations a turn has
 * @param ours our program
 * @param referenceName what the other program is
 * @param reference the other program
 */
public record PairedBenchmark(
    String name,
    String unit,
    int operations,
    Program ours,
    String referenceName,
    Program reference) {

  private static final int WARM_UPS = 2;
  private static final int TURNS = 5;

  /** A program that can be measured. */
  @FunctionalInterface
  public interface Program {
    /** Does so many operations; returns something that depends on all of them. */
    long run(int operations) throws Exception;
  }

  /**
   * What was measured: medians of the turns.
   *
   * @param oursNanos of processor time an operation
   * @param referenceNanos of processor time an operation
   * @param ratio median of the ratios of neighbouring turns
   */
  public record Outcome(double oursNanos, double referenceNanos, double ratio) {}

  /** Measures both. */
  public Outcome fight(CpuClock clock) throws Exception {
    double[] oursNanos = new double[TURNS];
    double[] referenceNanos = new double[TURNS];
    double[] ratios = new double[TURNS];
    for (int turn = -WARM_UPS; turn < TURNS; turn++) {
      double our = nanosOf(ours, clock);
      double other = nanosOf(reference, clock);
      if (turn >= 0) {
        oursNanos[turn] = our;
        referenceNanos[turn] = other;
        ratios[turn] = our / other;
      }
    }
    return new Outcome(median(oursNanos), median(referenceNanos), median(ratios));
  }

  private double nanosOf(Program program, CpuClock clock) throws Exception {
    long begun = clock.nanos();
    long proof = program.run(operations);
    long nanos = clock.nanos() - begun;
    if (proof == 0) {
      throw new IllegalStateException(name + ": nothing was done");
    }
    return (double) nanos / operations;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
