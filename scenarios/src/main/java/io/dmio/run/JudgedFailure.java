package io.dmio.run;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.testbed.Names;
import io.dmio.testbed.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * A check that failed, in the words of its scenario.
 *
 * @param check which
 * @param message what has failed, in one sentence
 * @param virtualTimeNanos when, in nanoseconds of the run
 * @param event the number of the next record of the event log at that moment, from 0
 * @param where what of the run it happened to
 * @param expected what should be, or null
 * @param actual what is instead, or null
 * @param rule the name of the fault rule involved, or null
 * @param place where that rule stands in the text, else the step, else the file alone
 */
public record JudgedFailure(
    Check check,
    String message,
    long virtualTimeNanos,
    long event,
    Where where,
    @Nullable String expected,
    @Nullable String actual,
    @Nullable String rule,
    SourceLocation place) {

  /**
   * What of a run a failure happened to, as far as it can be named.
   *
   * @param task the name of the task, or null
   * @param step the name of the step, or of the call that it made, or null
   * @param call the name of the call, or null
   * @param callNumber the number of the call, from 0, or -1
   * @param region the number of the region in the call's request, from 0, or -1
   * @param device the name of the device, or null
   * @param sectors the first and the last sector, such as {@code 8-9}, or null
   */
  public record Where(
      @Nullable String task,
      @Nullable String step,
      @Nullable String call,
      int callNumber,
      int region,
      @Nullable String device,
      @Nullable String sectors) {}

  /** The name of the task, or null. */
  public @Nullable String task() {
    return where.task();
  }

  /** The name of the call, or null. */
  public @Nullable String call() {
    return where.call();
  }

  /** The number of the region in the call's request, from 0, or -1. */
  public int region() {
    return where.region();
  }

  /** The name of the device, or null. */
  public @Nullable String device() {
    return where.device();
  }

  /** One line: the place, the check and the message. */
  @Override
  public String toString() {
    return place + ": " + check.text() + ": " + message;
  }

  static JudgedFailure of(Failure failure, RunResult result, Locations locations) {
    Names names = result.names();
    Where where =
        new Where(
            failure.task() < 0 ? null : names.task(failure.task()),
            failure.step(),
            failure.call() < 0 ? null : names.call(failure.call()),
            failure.call(),
            failure.region(),
            failure.device() < 0 ? null : names.device(failure.device()),
            sectors(failure));
    return new JudgedFailure(
        failure.check(),
        failure.message(),
        failure.timeNanos(),
        failure.event(),
        where,
        failure.expected(),
        failure.actual(),
        failure.rule() < 0 ? null : names.rule(failure.rule()),
        locations.of(failure));
  }

  private static @Nullable String sectors(Failure failure) {
    if (failure.sector() < 0) {
      return null;
    }
    long last = failure.sector() + Math.max(1, failure.count()) - 1;
    return failure.sector() + "-" + last;
  }
}
