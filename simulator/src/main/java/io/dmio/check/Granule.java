package io.dmio.check;

import org.jspecify.annotations.Nullable;

/** 8 sectors in a row of one device: what they hold for certain, and what is under way there. */
final class Granule {

  /** Sectors of a granule, as a power of two. */
  static final int SHIFT = 3;

  /** Sectors of a granule. */
  static final int SECTORS = 1 << SHIFT;

  private final HistoryChunk chunk;
  private final long first;
  private final int home;

  /** The versions of its sectors in a row, from a place on; they may be those of a write. */
  private long[] tags;

  private int place;
  private int underWay;
  private @Nullable Flight alone;
  private @Nullable Contest contest;

  /** A granule that begins at a sector, and at a place of its chunk's tags. */
  Granule(HistoryChunk chunk, long first, int place) {
    this.chunk = chunk;
    this.first = first;
    this.home = place;
    this.place = place;
    this.tags = chunk.tags();
  }

  /** The granule of a sector. */
  static long of(long sector) {
    return sector >>> SHIFT;
  }

  /** The place of a sector in its granule. */
  static int place(long sector) {
    return (int) sector & (SECTORS - 1);
  }

  /** Its first sector. */
  long first() {
    return first;
  }

  /** The version of each sector, or what it was at the begin of a contest; not to be changed. */
  long[] tags() {
    return tags;
  }

  /** Its tags as tags of the chunk, where they may be changed. */
  long[] ownTags() {
    if (tags != chunk.tags()) {
      System.arraycopy(tags, place, chunk.tags(), home, SECTORS);
      tags = chunk.tags();
      place = home;
    }
    return tags;
  }

  /** All of its tags are those of a write, which nobody changes. */
  void share(long[] ofWrite) {
    tags = ofWrite;
    place = 0;
  }

  /** Where the tags of this granule begin. */
  int place() {
    return place;
  }

  /** A bio begins here; whether nobody else is under way. */
  boolean enter() {
    return underWay++ == 0;
  }

  /** A bio ends here; whether it was the last. */
  boolean leave() {
    return --underWay == 0;
  }

  /** Whether nobody is under way here. */
  boolean isIdle() {
    return underWay == 0;
  }

  /** The write under way that nobody else has met so far, and that no contest knows of. */
  @Nullable Flight alone() {
    return alone;
  }

  void setAlone(@Nullable Flight write) {
    alone = write;
  }

  /** The contest over its sectors, or null. */
  @Nullable Contest contest() {
    return contest;
  }

  void setContest(@Nullable Contest over) {
    chunk.disputed((over == null ? 0 : 1) - (contest == null ? 0 : 1));
    contest = over;
  }

  /** The first sector here that a flight covers. */
  long from(Flight flight) {
    return Math.max(flight.sector(), first);
  }

  /** The sector behind the last one here that a flight covers. */
  long to(Flight flight) {
    return Math.min(flight.end(), first + SECTORS);
  }

  /** Where the tag of a sector is. */
  int indexOf(long sector) {
    return place + (int) (sector - first);
  }
}
