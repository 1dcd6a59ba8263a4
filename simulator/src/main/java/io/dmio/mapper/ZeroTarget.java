package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Memory;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;

/**
 * {@code zero}: reads give zeroes, and read-ahead fails; writes are forgotten. It takes no flushes.
 */
public final class ZeroTarget implements Target {

  private final Bio.PieceVisitor zero;

  /** Makes a target that fills the host's memory. */
  public ZeroTarget(Memory memory) {
    SectorStore contents = memory.contents();
    zero = (address, length, position) -> contents.zero(address, length);
  }

  @Override
  public String kind() {
    return "zero";
  }

  @Override
  public int flushes() {
    return 0;
  }

  @Override
  public void map(Bio piece) {
    if (piece.op() == RequestOp.READ && RequestFlag.RAHEAD.in(piece.flags())) {
      piece.end(BlockStatus.IOERR);
      return;
    }
    if (piece.op() == RequestOp.READ) {
      piece.forEachPiece(0, piece.bytes(), zero);
    }
    piece.end(BlockStatus.OK);
  }
}
