package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** {@link FaultOp}s as bits: a bio with data has that of its operation, by its place there. */
final class FaultOps {

  /** No rule is about this bio: it has no data and does not flush. */
  static final int NOTHING = 0;

  static final int READ = bit(FaultOp.READ);
  static final int FLUSH = bit(FaultOp.FLUSH);

  /** How many bits there are. */
  static final int COUNT = FaultOp.values().length;

  /** All of them. */
  static final int ALL = (1 << COUNT) - 1;

  private static final int HEALING = bit(FaultOp.WRITE) | bit(FaultOp.WRITE_ZEROES);

  private FaultOps() {}

  /** A set that is in the order of operations. */
  static Set<FaultOp> set(FaultOp first, FaultOp... others) {
    return Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /** The bits of a set. */
  static int bits(Set<FaultOp> ops) {
    int bits = 0;
    for (FaultOp op : ops) {
      bits |= bit(op);
    }
    return bits;
  }

  /** The bit of what a bio does. */
  static int of(Bio bio) {
    if (bio.bytes() == 0) {
      return RequestFlag.PREFLUSH.in(bio.flags()) ? FLUSH : NOTHING;
    }
    return bit(bio.op());
  }

  /** The place of a bit, from 0. */
  static int index(int op) {
    return Integer.numberOfTrailingZeros(op);
  }

  /** The bit at a place. */
  static int ofIndex(int index) {
    return 1 << index;
  }

  /** Whether it gives every sector that it covers new contents. */
  static boolean heals(int op) {
    return (op & HEALING) != 0;
  }

  private static int bit(FaultOp op) {
    return switch (op) {
      case READ -> bit(RequestOp.READ);
      case WRITE -> bit(RequestOp.WRITE);
      case DISCARD -> bit(RequestOp.DISCARD);
      case WRITE_ZEROES -> bit(RequestOp.WRITE_ZEROES);
      case FLUSH -> 1 << RequestOp.values().length;
    };
  }

  private static int bit(RequestOp op) {
    return 1 << op.ordinal();
  }
}
