package io.dmio.device;

import io.dmio.block.BlockStatus;
import org.jspecify.annotations.Nullable;

/** What faults do to one bio; reused for the next. */
public final class FaultDecision {

  private BlockStatus status = BlockStatus.OK;
  private long transferred = Long.MAX_VALUE;
  private @Nullable Transfer instead;

  /** Back to: nothing happens. */
  public void clear() {
    status = BlockStatus.OK;
    transferred = Long.MAX_VALUE;
    instead = null;
  }

  /** The bio fails, and nothing is transferred. */
  public void fail(BlockStatus with) {
    failAfter(0, with);
  }

  /**
   * The bio fails after a part of it was transferred.
   *
   * @param sectors how many from its begin, not negative
   */
  public void failAfter(long sectors, BlockStatus with) {
    status = with;
    transferred = sectors;
  }

  /** The bio succeeds, and nothing is transferred. */
  public void drop() {
    status = BlockStatus.OK;
    transferred = 0;
  }

  /** The bio succeeds, and its data moves in another way than it should. */
  public void replace(Transfer transfer) {
    instead = transfer;
  }

  /** How the bio will end. */
  public BlockStatus status() {
    return status;
  }

  /** How many of its sectors are transferred at most. */
  public long transferred() {
    return transferred;
  }

  /** What moves its data if it does not fail; null: the disk. */
  @Nullable Transfer instead() {
    return instead;
  }
}
