package io.dmio.device;

/**
 * The cache of a disk.
 *
 * @param mode what it is
 * @param bytes how much of what is not yet durable a write-back cache holds, at least one atomic
 *     unit of its disk; {@link #UNLIMITED}: no limit
 * @param fua whether a disk with a write-back cache can make a single write durable; one that
 *     cannot flushes after the write
 */
public record CacheSpec(CacheMode mode, long bytes, boolean fua) {

  /** As the size of a cache: no limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** No cache. */
  public static final CacheSpec NONE = of(CacheMode.NONE);

  /** Checks the range. */
  public CacheSpec {
    if (bytes <= 0) {
      throw new IllegalArgumentException("the size of a cache must be positive: " + bytes);
    }
  }

  /** A cache without limit that can do FUA. */
  public static CacheSpec of(CacheMode mode) {
    return new CacheSpec(mode, UNLIMITED, true);
  }

  /** Whether a write ends before it is durable. */
  public boolean isWriteBack() {
    return mode == CacheMode.WRITE_BACK;
  }
}
