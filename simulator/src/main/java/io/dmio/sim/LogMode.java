package io.dmio.sim;

/** How much of the event log is kept; the digest and the count are always complete. */
public enum LogMode {
  /** Nothing. */
  NONE,
  /** The newest records. */
  RING,
  /** Everything. */
  FULL
}
