package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** {@link FaultOp}s as bits. */
final class FaultOps {

  /** No rule is about this bio: it has no data and does not flush. */
  static final int NOTHING = 0;

  static final int READ = bit(FaultOp.READ);
  static final int FLUSH = bit(FaultOp.FLUSH);

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
    return switch (bio.op()) {
      case READ -> READ;
      case WRITE -> bit(FaultOp.WRITE);
      case DISCARD -> bit(FaultOp.DISCARD);
      case WRITE_ZEROES -> bit(FaultOp.WRITE_ZEROES);
    };
  }

  /** Whether it gives every sector that it covers new contents. */
  static boolean heals(int op) {
    return (op & HEALING) != 0;
  }

  private static int bit(FaultOp op) {
    return 1 << op.ordinal();
  }
}
