package io.dmio.target;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.sim.KernelBug;
import org.jspecify.annotations.Nullable;

/** A bio of a mapped device while its pieces are under way. */
final class Split {

  private final int slot;
  private @Nullable Bio bio;
  private BlockStatus status = BlockStatus.OK;
  private boolean flushing;
  private int count;

  Split(int slot) {
    this.slot = slot;
  }

  void begin(Bio of) {
    bio = of;
  }

  void end() {
    bio = null;
  }

  /** Begins the flushes or the data, with the sender's own reference and no error yet. */
  void beginPhase(boolean flushes) {
    flushing = flushes;
    status = BlockStatus.OK;
    count = 1;
  }

  void countUp() {
    count++;
  }

  /** Whether that was the last one of the phase. */
  boolean countDown() {
    return --count == 0;
  }

  /** Keeps the first error. */
  void note(BlockStatus ended) {
    if (status == BlockStatus.OK) {
      status = ended;
    }
  }

  boolean isFlushing() {
    return flushing;
  }

  BlockStatus status() {
    return status;
  }

  int slot() {
    return slot;
  }

  Bio bio() {
    if (bio == null) {
      throw new KernelBug("a piece ends after its bio");
    }
    return bio;
  }
}
