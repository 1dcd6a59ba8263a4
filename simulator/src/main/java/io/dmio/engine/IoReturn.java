package io.dmio.engine;

import io.dmio.block.Errno;
import org.jspecify.annotations.Nullable;

/**
 * What a call returned.
 *
 * @param errno OK or an error
 * @param bitsWritten whether the error bits were written (synchronous calls that were not refused)
 * @param bits the error bits, 0 if they were not written
 * @param refusal the rule by which it was refused, or null
 */
public record IoReturn(Errno errno, boolean bitsWritten, long bits, @Nullable Refusal refusal) {

  /** An asynchronous call that was accepted. */
  public static final IoReturn ACCEPTED = new IoReturn(Errno.OK, false, 0, null);

  /** A synchronous call in which nothing failed. */
  public static final IoReturn DONE = new IoReturn(Errno.OK, true, 0, null);

  /** A synchronous call with these error bits. */
  public static IoReturn sync(long bits) {
    return bits == 0 ? DONE : new IoReturn(Errno.EIO, true, bits, null);
  }

  /** A refused call. */
  public static IoReturn refused(Refusal refusal) {
    return new IoReturn(refusal.errno(), false, 0, refusal);
  }

  /** An error that belongs to no rule. */
  public static IoReturn failed(Errno errno) {
    return new IoReturn(errno, false, 0, null);
  }
}
