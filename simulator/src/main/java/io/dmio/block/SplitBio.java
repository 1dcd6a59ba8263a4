package io.dmio.block;

import io.dmio.sim.KernelBug;
import org.jspecify.annotations.Nullable;

/** A bio that was cut into pieces, while they are under way. */
public final class SplitBio implements EndBio {

  private final BioCutter cutter;
  private final int slot;
  private @Nullable Bio bio;
  private BlockStatus status = BlockStatus.OK;
  private int count;

  SplitBio(BioCutter cutter, int slot) {
    this.cutter = cutter;
    this.slot = slot;
  }

  void begin(Bio of) {
    bio = of;
  }

  void forget() {
    bio = null;
  }

  /** Begins a round of pieces, with the sender's own reference and no error yet. */
  public void beginRound() {
    status = BlockStatus.OK;
    count = 1;
  }

  @Override
  public void ended(Bio piece) {
    cutter.ended(piece, this);
  }

  void countUp() {
    count++;
  }

  boolean countDown() {
    return --count == 0;
  }

  void note(BlockStatus ended) {
    if (status == BlockStatus.OK) {
      status = ended;
    }
  }

  /** The first error of the round, or OK. */
  public BlockStatus status() {
    return status;
  }

  /** Its number among those of its cutter, for events. */
  public int slot() {
    return slot;
  }

  /** The bio that was cut. */
  public Bio bio() {
    if (bio == null) {
      throw new KernelBug("split " + slot + " is used after its bio has ended");
    }
    return bio;
  }
}
