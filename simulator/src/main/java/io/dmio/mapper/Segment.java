package io.dmio.mapper;

/**
 * A range of a mapped device, with its target.
 *
 * @param first the first sector
 * @param count how many sectors
 * @param target takes the bios
 */
public record Segment(long first, long count, Target target) {

  /** Whether its target takes flushes, and there is a write cache below. */
  boolean isCached() {
    return target.flushes() > 0 && target.hasWriteCache();
  }

  /** The sector after the last one. */
  public long end() {
    return first + count;
  }
}
