package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;

/** Takes the bios that come to a segment of a stacked device. */
public interface Target {

  /** The target's name in tables. */
  String kind();

  /**
   * How many sectors a piece may have.
   *
   * @param sector the first sector of the piece, on the mapped device
   * @return the sectors up to the target's next border, at least 1
   */
  default long reach(long sector) {
    return Long.MAX_VALUE;
  }

  /** How many flushes the target gets for each flush of its device; 0: it takes none. */
  default int flushes() {
    return 1;
  }

  /** Whether a device below has a volatile write cache. */
  default boolean hasWriteCache() {
    return false;
  }

  /** Whether the target passes discards and write-zeroes on. */
  default boolean passesDiscards() {
    return true;
  }

  /**
   * Takes a piece, and passes it to a device below or ends it, now or later. A flush without data
   * comes with the sector of its bio, or with sector 0: it need not be one of the target's.
   *
   * @param piece a bio whose sectors are those of the mapped device
   */
  void map(Bio piece);

  /**
   * Takes a flush without data, as {@link #map} does.
   *
   * @param number which of the target's {@link #flushes} it is, from 0
   */
  default void mapFlush(Bio flush, int number) {
    map(flush);
  }

  /** All tables are loaded: what the target does by itself begins. */
  default void start() {}

  /** The host is gone: the target does nothing by itself any more. */
  default void stop() {}

  /** Sees the end of a piece, and returns the status that the piece is to have. */
  default BlockStatus pieceEnded(Bio piece) {
    return piece.status();
  }
}
