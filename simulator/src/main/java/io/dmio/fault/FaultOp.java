package io.dmio.fault;

/** What a rule can be limited to; a flush is a bio without data that carries PREFLUSH. */
public enum FaultOp {
  /** Reads with data. */
  READ,
  /** Writes with data. */
  WRITE,
  /** Empty flushes. */
  FLUSH,
  /** Discards. */
  DISCARD,
  /** Write-zeroes. */
  WRITE_ZEROES
}
