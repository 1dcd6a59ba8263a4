package io.dmio.check;

/** The checks, by the names that scenarios and results use. */
public enum Check {
  /** Every delivered bitset equals what the bios of each region did. */
  ERROR_BITS("error-bits"),
  /** Return codes are as specified; every call returns once and is notified once, at the end. */
  CALLS("calls"),
  /** The books of every pool balance at every event. */
  MEMPOOL("mempool"),
  /** Nobody touches an io, bio, pool or frame after it was given back. */
  LIFETIME("lifetime"),
  /** The bios of a region cover it exactly, in order, within capacity, and are as few as can be. */
  SHAPE("shape"),
  /** Memory and media hold what one of the permitted orders allows. */
  DATA("data"),
  /** What was acknowledged and flushed survives. */
  DURABILITY("durability"),
  /** No hang, no livelock, no limit reached. */
  PROGRESS("progress"),
  /** No call was refused unless its step expects it. */
  USAGE("usage"),
  /** No difference at all, even an explained one. */
  INTEGRITY("integrity"),
  /** No contradiction inside. */
  BUG("bug"),
  /** The scenario's own expectations. */
  EXPECT("expect");

  private final String text;

  Check(String text) {
    this.text = text;
  }

  /** The name in scenarios and results. */
  public String text() {
    return text;
  }
}
