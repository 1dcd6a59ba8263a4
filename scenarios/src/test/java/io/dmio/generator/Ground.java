package io.dmio.generator;

/**
 * What is at the end of the way of one sector.
 *
 * @param kind what happens there
 * @param disk the disk, of those kinds that have one, else empty
 * @param sector of the disk
 */
record Ground(Kind kind, String disk, long sector) {

  static final Ground NOTHING = new Ground(Kind.NOTHING, "", 0);
  static final Ground FAILS = new Ground(Kind.FAILS, "", 0);

  /** What happens. */
  enum Kind {
    /** The sector of the disk is read or written. */
    DISK,
    /** Reads are zeroes, writes are dropped, and both end well. */
    NOTHING,
    /** It fails. */
    FAILS,
    /** The model does not know: it depends on time, or bytes are changed. */
    MURKY
  }

  /** The same, if bytes are changed on the way. */
  Ground murky() {
    return kind == Kind.FAILS ? this : new Ground(Kind.MURKY, disk, sector);
  }
}
