package io.dmio.check;

/** Who made which call. */
public interface CallDirectory {

  /** The name of a call. */
  String name(int call);

  /** The number of the task that made it, or -1. */
  int task(int call);
}
