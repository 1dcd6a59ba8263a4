package io.dmio.workload;

import io.dmio.block.TagWords;
import io.dmio.block.Tags;
import io.dmio.engine.CallRegistry;

/** Says in words what sectors of devices were found to hold, as far as this workload knows. */
final class SectorWords {

  private final TaskContext context;
  private final TagWords words;

  SectorWords(TaskContext context) {
    this.context = context;
    this.words = new TagWords(this::ofCall);
  }

  /**
   * What a sector of a device was found to hold.
   *
   * @param reader the call that read it, whose own stamp was in the buffer before
   */
  String of(int device, long sector, long tag, int reader) {
    if (tag == Tags.ZERO) {
      return words.of(tag);
    }
    if (tag == context.world().contents().get(device).tag(sector)) {
      return "its initial content";
    }
    KnownData.Written right = context.data().whoPuts(device, sector, tag);
    if (right != null) {
      return right.name();
    }
    KnownData.Written misplaced = context.data().whoHas(tag);
    if (misplaced != null) {
      return misplaced.name() + " of another place";
    }
    boolean own = Tags.isStamp(tag) && Tags.writeOf(tag) == reader;
    return own ? "nothing that was read" : words.of(tag);
  }

  /** Bytes that only look like a stamp may name a call that never was. */
  private String ofCall(int call) {
    CallRegistry calls = context.world().calls();
    return call < calls.count() ? calls.name(call) : "other bytes";
  }
}
