package io.dmio.mapper;

/**
 * A line of a table.
 *
 * @param first the first sector on the mapped device
 * @param count its sectors
 * @param target what happens there
 */
public record Segment(long first, long count, Target target) {

  /** Whether flushes of its sectors matter: its target takes them, to a write cache below. */
  boolean isCached() {
    return target.flushes() > 0 && target.hasWriteCache();
  }

  /** The sector behind the last one. */
  public long end() {
    return first + count;
  }
}
