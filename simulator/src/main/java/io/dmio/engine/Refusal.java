package io.dmio.engine;

import io.dmio.block.Errno;

/** Why a call was refused: the rule of the contract that it breaks. */
public enum Refusal {
  /** A read of more than one region; an asynchronous one is notified with bits 1 all the same. */
  MULTI_REGION_READ("multi-region-read", Errno.EIO),
  /** More regions than there are bits. */
  TOO_MANY_REGIONS("too-many-regions", Errno.EINVAL),
  /** Its client has no pools. Classic: before any get. linux-6.1: there was no memory for them. */
  NO_POOL("no-pool", Errno.EINVAL),
  /** Classic: a put of more pages than are held. */
  PUT_UNCOVERED("put-uncovered", Errno.EINVAL),
  /** Classic: a put that would destroy the pool while ios are out. */
  PUT_IN_USE("put-in-use", Errno.EBUSY),
  /** A memory type that the dialect does not have. */
  MEMORY_TYPE("memory-type", Errno.EINVAL);

  private final String text;
  private final Errno errno;

  Refusal(String text, Errno errno) {
    this.text = text;
    this.errno = errno;
  }

  /** The name in scenarios and results. */
  public String text() {
    return text;
  }

  /** What the refused call returns. */
  public Errno errno() {
    return errno;
  }
}
