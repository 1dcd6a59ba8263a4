package io.dmio.block;

/** What a bio asks for. A flush is a write (or read) without data that carries PREFLUSH. */
public enum RequestOp {
  /** From the device into memory. */
  READ(true),
  /** From memory to the device. */
  WRITE(true),
  /** The sectors are no longer needed. */
  DISCARD(false),
  /** The sectors shall read as zeroes; no memory is involved. */
  WRITE_ZEROES(false);

  private final boolean data;

  RequestOp(boolean data) {
    this.data = data;
  }

  /** Whether it moves data between memory and the device. */
  public boolean hasData() {
    return data;
  }

  /** Whether it changes the device; a flush or discard counts as a write. */
  public boolean isWrite() {
    return this != READ;
  }
}
