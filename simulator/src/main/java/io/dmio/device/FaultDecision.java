package io.dmio.device;

import io.dmio.block.BlockStatus;
import org.jspecify.annotations.Nullable;

/** What faults do to one bio; reused for the next. */
public sealed class FaultDecision permits DiskCommand {

  /** In place of a rule's number: no rule. */
  static final int NO_RULE = -1;

  private BlockStatus status = BlockStatus.OK;
  private long transferred = Long.MAX_VALUE;
  private @Nullable Transfer replacement;
  private int flushLie = NO_RULE;
  private int fuaLie = NO_RULE;

  /** Back to: nothing happens. */
  public final void clear() {
    status = BlockStatus.OK;
    transferred = Long.MAX_VALUE;
    replacement = null;
    flushLie = NO_RULE;
    fuaLie = NO_RULE;
  }

  /** The bio fails, and nothing is transferred. */
  public final void fail(BlockStatus with) {
    failAfter(0, with);
  }

  /**
   * The bio fails after a part of it was transferred.
   *
   * @param sectors how many from its begin, not negative
   */
  public final void failAfter(long sectors, BlockStatus with) {
    status = with;
    transferred = sectors;
  }

  /** The bio succeeds, and nothing is transferred. */
  public final void drop() {
    status = BlockStatus.OK;
    transferred = 0;
  }

  /** The bio succeeds, and its data moves in another way than it should; null: it does not. */
  public final void replace(@Nullable Transfer transfer) {
    replacement = transfer;
  }

  /**
   * A flush succeeds and makes nothing durable; what it should have made durable is declared
   * damaged by the rule. Without a write-back cache it changes nothing.
   */
  public final void lieAboutFlush(int rule) {
    flushLie = rule;
  }

  /**
   * A write with FUA is as durable as any other; its sectors are declared damaged by the rule.
   * Without FUA or a write-back cache it changes nothing.
   */
  public final void ignoreFua(int rule) {
    fuaLie = rule;
  }

  /** How the bio will end. */
  public final BlockStatus status() {
    return status;
  }

  /** How many of its sectors are transferred at most. */
  public final long transferred() {
    return transferred;
  }

  /** The rule by which its flush does nothing, or {@link #NO_RULE}. */
  final int flushLie() {
    return flushLie;
  }

  /** The rule by which FUA does nothing, or {@link #NO_RULE}. */
  final int fuaLie() {
    return fuaLie;
  }

  /** What moves its data if it does not fail; null: the disk. */
  final @Nullable Transfer replacement() {
    return replacement;
  }
}
