package io.dmio.workload;

import io.dmio.engine.IoRequest;

/**
 * A call that a task is about to make.
 *
 * @param number the call's number
 * @param name its name
 * @param task the task's number
 * @param request what it asks for
 * @param expect what its step expects
 */
public record CallInfo(
    int number, String name, int task, IoRequest request, CallExpectation expect) {}
