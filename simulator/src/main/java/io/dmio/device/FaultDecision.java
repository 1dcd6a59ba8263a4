package io.dmio.device;

import io.dmio.block.BlockStatus;

/** What faults do to one bio; reused for the next. */
public final class FaultDecision {

  private BlockStatus status = BlockStatus.OK;

  /** Back to: nothing happens. */
  public void clear() {
    status = BlockStatus.OK;
  }

  /** The bio fails, and nothing is transferred. */
  public void fail(BlockStatus with) {
    status = with;
  }

  /** How the bio will end. */
  public BlockStatus status() {
    return status;
  }
}
