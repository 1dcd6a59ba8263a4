package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;

/**
 * {@code error}: fails every bio with IOERR. It takes no flushes, and its device cannot discard.
 */
public record ErrorTarget() implements Target {

  @Override
  public String kind() {
    return "error";
  }

  @Override
  public int flushes() {
    return 0;
  }

  @Override
  public boolean passesDiscards() {
    return false;
  }

  @Override
  public void map(Bio piece) {
    piece.end(BlockStatus.IOERR);
  }
}
