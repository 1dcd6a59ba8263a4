package io.dmio.workload;

import io.dmio.block.CallNames;
import io.dmio.engine.IoRequest;

/**
 * A call that a task is about to make.
 *
 * @param number the call's number
 * @param names knows its name; the name is made only when somebody asks
 * @param task the task's number
 * @param request what it asks for
 * @param expect what its step expects
 */
public record CallInfo(
    int number, CallNames names, int task, IoRequest request, CallExpectation expect) {

  /** A call whose name is known. */
  public CallInfo(int number, String name, int task, IoRequest request, CallExpectation expect) {
    this(number, call -> name, task, request, expect);
  }

  /** The call's name. */
  public String name() {
    return names.name(number);
  }
}
