package io.dmio.run;

import io.dmio.sim.EventLog;
import io.dmio.testbed.RunResult;
import org.jspecify.annotations.Nullable;

/** Finds the first event in which two runs differ. */
public final class RunDifference {

  private RunDifference() {}

  /** The difference in words, or null if there is none. Both runs have kept their full logs. */
  public static @Nullable String between(RunResult first, RunResult second) {
    if (first.digests().fingerprint() == second.digests().fingerprint()
        && first.digests().outcome() == second.digests().outcome()) {
      return null;
    }
    EventLog one = first.log();
    EventLog other = second.log();
    long common = Math.min(one.count(), other.count());
    for (long number = 0; number < common; number++) {
      if (!record(one, number).equals(record(other, number))) {
        return describe(number, record(one, number), record(other, number));
      }
    }
    if (one.count() != other.count()) {
      return describe(common, recordOrEnd(one, common), recordOrEnd(other, common));
    }
    return "the same events, and different draws or contents";
  }

  private static String describe(long number, String one, String other) {
    return "the first event that differs is " + number + ": " + one + ", then " + other;
  }

  private static String recordOrEnd(EventLog log, long number) {
    return number < log.count() ? record(log, number) : "the end";
  }

  private static String record(EventLog log, long number) {
    return log.kind(number)
        + " at "
        + log.time(number)
        + " ns ("
        + log.subject(number)
        + ", "
        + log.detail(number)
        + ", "
        + log.a(number)
        + ", "
        + log.b(number)
        + ", "
        + log.c(number)
        + ")";
  }
}
