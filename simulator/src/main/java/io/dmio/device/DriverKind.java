package io.dmio.device;

/** Who moves a bio's iterator, which decides what a failed read zeroes. */
public enum DriverKind {
  /** A bio-based driver: it leaves the iterator where it was, so a failed read is zeroed whole. */
  BIO,
  /** A request-based driver: it leaves the iterator at the end, so nothing is zeroed. */
  REQUEST
}
