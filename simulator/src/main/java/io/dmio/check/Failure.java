package io.dmio.check;

import org.jspecify.annotations.Nullable;

/**
 * A check that failed. Numbers are -1 where there is nothing to name.
 *
 * @param check which
 * @param message what, in one sentence
 * @param timeNanos virtual time
 * @param event the number of the next record of the event log at that moment
 * @param task the task's number
 * @param step the step's or call's name, or null
 * @param call the call's number
 * @param region the region
 * @param device the device's number
 * @param sector the first sector concerned
 * @param count how many sectors
 * @param expected what should be, in words, or null
 * @param actual what is, in words, or null
 * @param rule the number of the fault rule involved
 */
public record Failure(
    Check check,
    String message,
    long timeNanos,
    long event,
    int task,
    @Nullable String step,
    int call,
    int region,
    int device,
    long sector,
    long count,
    @Nullable String expected,
    @Nullable String actual,
    int rule) {}
