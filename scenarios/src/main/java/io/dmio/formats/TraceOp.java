package io.dmio.formats;

/** What a request of a trace does. */
public enum TraceOp {
  /** Reads. */
  READ,
  /** Writes. */
  WRITE,
  /** Discards; fio says trim. */
  DISCARD,
  /** Flushes the device's cache; fio says sync or datasync. */
  FLUSH
}
