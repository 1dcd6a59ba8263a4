package io.dmio.conformance;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.FaultDecision;
import java.util.BitSet;
import java.util.Set;

/** One fault rule of a recorded disk, and what has become of it. */
final class RecordedRule {

  private final Kind kind;
  private final long first;
  private final long count;
  private final Set<RequestOp> ops;
  private final boolean flushes;
  private final BlockStatus status;
  private final BitSet healed = new BitSet();
  private long timesLeft;

  /** What a rule does to a bio. */
  enum Kind {
    /** It fails, and nothing is transferred. */
    ERROR,
    /** What lies before the first bad sector is transferred, then it fails. */
    PARTIAL,
    /** It succeeds, and nothing is transferred. */
    DROP,
    /** It fails if it reads a bad sector, and heals those that it writes. */
    DUST
  }

  /**
   * Makes a rule.
   *
   * @param first the first of its sectors
   * @param count how many they are
   * @param ops the operations that it hits there
   * @param flushes whether it fails whatever carries PREFLUSH, wherever it is
   * @param times how often it hits; negative: no limit
   */
  RecordedRule(
      Kind kind,
      long first,
      long count,
      Set<RequestOp> ops,
      boolean flushes,
      BlockStatus status,
      long times) {
    this.kind = kind;
    this.first = first;
    this.count = count;
    this.ops = ops;
    this.flushes = flushes;
    this.status = status;
    this.timesLeft = times;
  }

  /** Whether the rule decides what becomes of a bio, so that no other is looked at. */
  boolean decides(Bio bio, FaultDecision decision) {
    if (flushes && RequestFlag.PREFLUSH.in(bio.flags())) {
      return hit(Kind.ERROR, 0, decision);
    }
    if (!ops.contains(bio.op()) || !overlaps(bio)) {
      return false;
    }
    return kind == Kind.DUST
        ? dust(bio, decision)
        : hit(kind, Math.max(0, first - bio.sector()), decision);
  }

  /** An empty bio overlaps nothing. */
  private boolean overlaps(Bio bio) {
    return bio.sectorCount() > 0
        && bio.sector() - first < count
        && first < bio.sector() + bio.sectorCount();
  }

  private boolean hit(Kind what, long goodSectors, FaultDecision decision) {
    if (timesLeft == 0) {
      return false;
    }
    timesLeft = timesLeft < 0 ? timesLeft : timesLeft - 1;
    if (what == Kind.DROP) {
      decision.drop();
    } else {
      decision.failAfter(what == Kind.PARTIAL ? goodSectors : 0, status);
    }
    return true;
  }

  private boolean dust(Bio bio, FaultDecision decision) {
    int from = Math.toIntExact(Math.max(0, bio.sector() - first));
    int to = Math.toIntExact(Math.min(count, bio.sector() - first + bio.sectorCount()));
    if (bio.op() == RequestOp.WRITE) {
      healed.set(from, to);
      return false;
    }
    if (bio.op() == RequestOp.READ && healed.nextClearBit(from) < to) {
      decision.fail(status);
      return true;
    }
    return false;
  }
}
