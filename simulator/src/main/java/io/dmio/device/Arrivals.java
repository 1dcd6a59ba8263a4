package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;

/** Counts the bios that reached a disk's driver, by kind. */
public final class Arrivals {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final int FUA = RequestFlag.FUA.bit();
  private static final int FLAGS = PREFLUSH | FUA;

  private final long[] ops = new long[RequestOp.values().length];
  private long emptyFlushes;
  private long preflush;
  private long fua;

  /** What a bio counts as; one without data that carries PREFLUSH is a flush, whatever its op. */
  public enum Kind {
    /** A read. */
    READ,
    /** A write. */
    WRITE,
    /** A discard. */
    DISCARD,
    /** A write-zeroes. */
    WRITE_ZEROES,
    /** PREFLUSH without sectors. */
    EMPTY_FLUSH
  }

  void count(Bio bio) {
    if ((bio.flags() & FLAGS) == 0 || !countFlags(bio)) {
      ops[bio.op().ordinal()]++;
    }
  }

  /** Returns whether the bio is an empty flush, which is counted. */
  private boolean countFlags(Bio bio) {
    if ((bio.flags() & FUA) != 0) {
      fua++;
    }
    if ((bio.flags() & PREFLUSH) == 0) {
      return false;
    }
    preflush++;
    if (bio.bytes() > 0) {
      return false;
    }
    emptyFlushes++;
    return true;
  }

  /** How many of a kind. */
  public long of(Kind kind) {
    return switch (kind) {
      case READ -> ops[RequestOp.READ.ordinal()];
      case WRITE -> ops[RequestOp.WRITE.ordinal()];
      case DISCARD -> ops[RequestOp.DISCARD.ordinal()];
      case WRITE_ZEROES -> ops[RequestOp.WRITE_ZEROES.ordinal()];
      case EMPTY_FLUSH -> emptyFlushes;
    };
  }

  /** How many of all carried PREFLUSH. */
  public long preflush() {
    return preflush;
  }

  /** How many of all carried FUA. */
  public long fua() {
    return fua;
  }
}
