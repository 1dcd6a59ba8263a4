package io.dmio.workload;

import io.dmio.block.Tags;

/** Says in words what a sector holds. */
final class TagWords {

  /** Stamps from here on belong to pages that a user's task asked for, not to calls. */
  static final long FIRST_PAGE_STAMP = 1L << 39;

  private final Workbench bench;

  TagWords(Workbench bench) {
    this.bench = bench;
  }

  /**
   * What a sector of a device was found to hold.
   *
   * @param reader the call that read it, whose own stamp was in the buffer before
   */
  String of(int device, long sector, long tag, int reader) {
    if (tag == Tags.ZERO) {
      return "zeroes";
    }
    if (tag == bench.context().contents().get(device).tag(sector)) {
      return "its initial content";
    }
    KnownData.Written right = bench.data().whoPuts(device, sector, tag);
    if (right != null) {
      return right.name();
    }
    KnownData.Written misplaced = bench.data().whoHas(tag);
    if (misplaced != null) {
      return misplaced.name() + " of another place";
    }
    return Tags.isStamp(tag) ? ofStamp(Tags.writeOf(tag), reader) : "other bytes";
  }

  private String ofStamp(long write, int reader) {
    if (write == reader) {
      return "nothing that was read";
    }
    if (write >= FIRST_PAGE_STAMP) {
      return "page " + (write - FIRST_PAGE_STAMP);
    }
    CallRegistry calls = bench.context().calls();
    return write < calls.count() ? calls.name((int) write) : "other bytes";
  }
}
