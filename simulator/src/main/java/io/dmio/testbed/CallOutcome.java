package io.dmio.testbed;

import io.dmio.engine.IoReturn;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call.
 *
 * @param number the call's number
 * @param name its name
 * @param task the task's number
 * @param regions how many regions it had
 * @param sync whether it was synchronous
 * @param startNanos when it was made
 * @param result what it returned, or null if it never did
 * @param notified whether it was notified
 * @param bits the error bits, of the return or of the callback
 * @param callbackNanos when it was notified, or -1
 * @param lost whether its host died before it was over
 */
public record CallOutcome(
    int number,
    String name,
    int task,
    int regions,
    boolean sync,
    long startNanos,
    @Nullable IoReturn result,
    boolean notified,
    long bits,
    long callbackNanos,
    boolean lost) {}
