package io.dmio.workload;

import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;

/** Follows what tasks do; never changes it. */
public interface WorkloadListener {

  /** A call is about to be made. */
  void callStarted(IoRequest call, CallExpectation expect);

  /** A call has returned. */
  void callReturned(IoRequest call, IoReturn result, CallExpectation expect);

  /** An asynchronous call was notified. */
  void callNotified(IoRequest call, long bits);

  /** A call is over: it has returned, and been notified if it was to be. */
  void callEnded(IoRequest call);

  /**
   * A get or put is over.
   *
   * @param task the task's number
   * @param step its name: {@code task.step}
   */
  void poolCallEnded(int task, String step, IoReturn result, CallExpectation expect);

  /** A task has compared sectors that a {@code verify} has read. */
  void verified(int sectors);

  /** A task has compared sectors that a load has read back. */
  void readBack(int sectors);

  /** A task found something wrong. */
  void complained(Complaint complaint);
}
