package io.dmio.workload;

/** A call among those of its task that are under way. */
abstract class ListedCall {

  private long order;
  private int index;

  /** What it waits for, in words. */
  abstract String describe();

  /** The call is listed: how many began before it, and where it is kept. */
  final void enlist(long begunBefore, int at) {
    assert at >= 0 && at <= begunBefore : "call " + begunBefore + " is kept at " + at;
    order = begunBefore;
    index = at;
  }

  /** How many calls of its task began before it. */
  final long order() {
    return order;
  }

  /** Where it is kept. */
  final int index() {
    return index;
  }
}
