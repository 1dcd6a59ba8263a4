package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * A bio in a disk, with what the faults have decided about it; reused for the next.
 *
 * <p>All that is needed of it when it comes and when it ends is in this one object.
 */
final class DiskCommand extends FaultDecision {

  private final int number;

  /** The next in its line, or of those that are not in use. */
  private @Nullable DiskCommand next;

  private @Nullable Bio bio;
  private Stage stage = Stage.DATA;
  private long handle;
  private long arrival;
  private long flushLimit;

  /** How far a bio is that is being served. */
  enum Stage {
    /** The flush before the data, or without data. */
    FLUSH,
    /** The data. */
    DATA,
    /** The flush after the data, of a disk that cannot do FUA. */
    FLUSH_AFTER
  }

  DiskCommand(int number) {
    this.number = number;
  }

  /** A bio comes: nothing has been decided, and it begins with its data if nobody says else. */
  void begin(Bio of, long arrivedAs) {
    clear();
    bio = of;
    stage = Stage.DATA;
    handle = 0;
    arrival = arrivedAs;
  }

  /** The bio is gone. */
  void end() {
    bio = null;
  }

  /** Which of the stays of its disk it is, from 0. */
  int number() {
    return number;
  }

  /** The next in its line, or of those that are not in use. */
  @Nullable DiskCommand next() {
    return next;
  }

  /** Says which stay is behind this one. */
  void setNext(@Nullable DiskCommand command) {
    next = command;
  }

  /** Whether there is a bio. */
  boolean isTaken() {
    return bio != null;
  }

  /** The bio. */
  Bio bio() {
    if (bio == null) {
      throw new IllegalStateException("no bio in slot " + number);
    }
    return bio;
  }

  /** The bio's number in the order of arrival. */
  long arrival() {
    return arrival;
  }

  /** Says how far the bio is. */
  void enter(Stage now) {
    stage = now;
  }

  /** How far the bio is that is being served; the data is what it begins with. */
  Stage stage() {
    return stage;
  }

  /** Notes which event ends its stage. */
  void setTimer(long event) {
    handle = event;
  }

  /** Which event ends its stage; 0 while it waits to be served. */
  long handle() {
    return handle;
  }

  /** Says until when what came to the cache is to be flushed, by the cache's clock. */
  void setFlushLimit(long clock) {
    flushLimit = clock;
  }

  /** Until when what came to the cache is to be flushed. */
  long flushLimit() {
    return flushLimit;
  }

  /** How many of the bio's bytes will be transferred. */
  int transfer() {
    long sectors = transferred();
    return sectors >= bio().sectorCount() && sectors > 0
        ? bio().bytes()
        : (int) Sectors.toBytes(sectors);
  }

  /** The data has been moved. */
  void moved() {
    failAfter(0, status());
    replace(null);
  }

  /** Whatever was decided, the bio ends with an error, and nothing is transferred or flushed. */
  void abort(BlockStatus with) {
    failAfter(0, with);
    replace(null);
    stage = Stage.DATA;
  }
}
