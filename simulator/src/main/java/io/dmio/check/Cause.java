package io.dmio.check;

/**
 * What is known of a sector that holds something else than it should.
 *
 * @param kind what kind of difference it is
 * @param rule the number of the fault rule that explains it, or -1
 * @param since for a broken promise, since when it was given, in words; else empty
 */
record Cause(Kind kind, int rule, String since) {

  /** Nothing explains it. */
  static final Cause UNEXPLAINED = new Cause(Kind.UNEXPLAINED, -1, "");

  /** What kind of difference it is. */
  enum Kind {
    /** Nothing explains it. */
    UNEXPLAINED,
    /** Nothing explains it, and what was durable should be there. */
    BROKEN_PROMISE,
    /** A fault has touched the sector. */
    DAMAGED,
    /** A fault has touched what one call reads of the sector. */
    MISREAD
  }

  /** A durable write is not there after power has failed. */
  static Cause brokenPromise(String since) {
    return new Cause(Kind.BROKEN_PROMISE, -1, since);
  }

  /** Whether a fault explains it. */
  boolean isExplained() {
    return kind == Kind.DAMAGED || kind == Kind.MISREAD;
  }
}
