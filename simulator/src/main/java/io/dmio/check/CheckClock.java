package io.dmio.check;

/** Counts the starts and ends that the checks see, so that each has a time of its own. */
final class CheckClock {

  private long now;

  /** The time of what happens next. */
  long tick() {
    return ++now;
  }

  /** The time of what happened last. */
  long now() {
    return now;
  }
}
