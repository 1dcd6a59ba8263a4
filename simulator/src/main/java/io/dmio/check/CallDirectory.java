package io.dmio.check;

/** Who made which call. */
public interface CallDirectory {

  /** The name of a call. */
  String call(int number);

  /** The number of the task that made it, or -1. */
  int taskOfCall(int call);
}
