package io.dmio.check;

/** Who made which call. */
public interface CallDirectory {

  /** The name of a call. */
  String call(int number);

  /** The number of the task that made it, or -1. */
  int taskOfCall(int call);

  /** The number of the fault rule that has lately failed one of its bios, or -1. */
  int ruleOfCall(int call);

  /** The name of a fault rule. */
  String rule(int number);
}
