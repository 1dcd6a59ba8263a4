package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;

/** What a segment of a device-mapper table does with the bios that fall into it. */
public interface Target {

  /** The target's name in tables. */
  String kind();

  /**
   * How far a piece may reach.
   *
   * @param sector of the piece, on the mapped device
   * @return sectors to the target's next border, at least 1
   */
  default long reach(long sector) {
    return Long.MAX_VALUE;
  }

  /** How many flushes a flush of the device is for this target; 0: it takes none. */
  default int flushes() {
    return 1;
  }

  /** Whether what is below has a volatile write cache. */
  default boolean hasWriteCache() {
    return false;
  }

  /** Whether discards and write-zeroes can be passed on. */
  default boolean passesDiscards() {
    return true;
  }

  /**
   * Takes a piece, which is on its way already: passes it to a device below or ends it, now or
   * later. A flush without data comes with whatever sector its bio has, or with sector 0.
   *
   * @param piece its sectors are those of the mapped device
   */
  void map(Bio piece);

  /**
   * Takes a flush without data; as {@link #map}.
   *
   * @param number which of its {@link #flushes} it is, from 0
   */
  default void mapFlush(Bio flush, int number) {
    map(flush);
  }

  /** All tables are loaded: what the target does by itself begins. */
  default void start() {}

  /** The host is gone: the target does nothing by itself any more. */
  default void stop() {}

  /** Sees the end of a piece; what it returns is the piece's status. */
  default BlockStatus pieceEnded(Bio piece) {
    return piece.status();
  }
}
