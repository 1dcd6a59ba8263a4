package io.dmio.testbed;

/** The names that belong to the numbers in an event log. */
public interface Names {

  /** Of a task. */
  String task(int number);

  /** Of a device. */
  String device(int number);

  /** Of a pool. */
  String pool(int number);

  /** Of a fault rule. */
  String rule(int number);

  /** Of an event that is done from outside. */
  String event(int number);

  /** Of a call. */
  String call(int number);

  /** The number of the task that made a call. */
  int taskOfCall(int call);
}
