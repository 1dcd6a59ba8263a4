package io.dmio.target;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Memory;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import java.util.function.BooleanSupplier;

/** {@code flakey}: passes everything while it is up, and misbehaves while it is down. */
public final class FlakeyTarget implements Target {

  private static final int CORRUPT_BYTE = 32;
  private static final byte[] CORRUPT_VALUE = {7};

  private final Below below;
  private final Fault fault;
  private final BooleanSupplier down;
  private final Bio.PieceVisitor corrupt;

  /** What it does while it is down. */
  public enum Fault {
    /** Fails everything, flushes as well. */
    ERROR,
    /** Fails writes and flushes, passes reads. */
    ERROR_WRITES,
    /** Swallows writes and flushes with success, passes reads. */
    DROP_WRITES,
    /** After a read of at least 33 bytes byte 32 is 7. */
    CORRUPT_READ
  }

  /** Makes a target; {@code down} is asked at every piece. */
  public FlakeyTarget(Below below, Fault fault, BooleanSupplier down, Memory memory) {
    this.below = below;
    this.fault = fault;
    this.down = down;
    SectorStore contents = memory.contents();
    this.corrupt = (address, length, position) -> contents.write(address, CORRUPT_VALUE, 0, 1);
  }

  @Override
  public String kind() {
    return "flakey";
  }

  @Override
  public boolean hasWriteCache() {
    return below.device().hasWriteCache();
  }

  @Override
  public void map(Bio piece) {
    boolean write = piece.op().isWrite() || piece.bytes() == 0;
    if (!down.getAsBoolean() || fault == Fault.CORRUPT_READ) {
      below.pass(piece);
    } else if (fault == Fault.ERROR || write && fault == Fault.ERROR_WRITES) {
      piece.end(BlockStatus.IOERR);
    } else if (write) {
      piece.end(BlockStatus.OK);
    } else {
      below.pass(piece);
    }
  }

  @Override
  public BlockStatus ended(Bio piece) {
    boolean corrupts =
        fault == Fault.CORRUPT_READ
            && piece.op() == RequestOp.READ
            && piece.status() == BlockStatus.OK
            && piece.bytes() > CORRUPT_BYTE
            && down.getAsBoolean();
    if (corrupts) {
      piece.forEachPiece(CORRUPT_BYTE, CORRUPT_BYTE + 1, corrupt);
    }
    return piece.status();
  }
}
