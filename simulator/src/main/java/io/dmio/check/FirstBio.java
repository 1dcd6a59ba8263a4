package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;

/**
 * What the first bio of a region should be like.
 *
 * <p>All regions of a call begin at the same memory, so regions of equal size on devices with equal
 * limits begin with equal bios: what the one of region 0 is like is found out when the call starts,
 * and serves the others. It serves later calls as well, as long as they use the same memory alike.
 */
final class FirstBio {

  private final DialectRules rules;
  private final BioShape shape = new BioShape();
  private final RegionCut rest;
  private boolean sent;
  private boolean whole;

  /** The memory that the shape is cut from. */
  private IoMemory memory = new IoMemory.None();

  /** What is done with it. */
  private RequestOp op = RequestOp.READ;

  /** Sectors of the region. */
  private long count;

  /** The limits of its device. */
  private QueueLimits limits = QueueLimits.UNLIMITED;

  FirstBio(DialectRules rules) {
    this.rules = rules;
    rest = new RegionCut(rules);
  }

  /** Looks at a region of another call than before. */
  void begin(IoRequest request, IoRegion region) {
    if (memory != request.memory() || op != request.op() || !isLike(region)) {
      cut(request, region);
    }
    sent = rules.isSent(request, region);
    whole = sent && rest.remaining() == 0;
  }

  /** Looks at a region of the same call. */
  void of(IoRequest request, IoRegion region) {
    if (!isLike(region)) {
      begin(request, region);
    }
  }

  private boolean isLike(IoRegion region) {
    return count == region.count() && limits.equals(region.device().limits());
  }

  private void cut(IoRequest request, IoRegion region) {
    memory = request.memory();
    op = request.op();
    count = region.count();
    limits = region.device().limits();
    rest.begin(memory, count);
    rest.next(op, limits, shape);
  }

  /** Whether there is one. */
  boolean isSent() {
    return sent;
  }

  /** Whether there is one, and it leaves nothing of its region. */
  boolean isWhole() {
    return whole;
  }

  /** What it should be like. */
  BioShape shape() {
    return shape;
  }

  /** What it leaves of its region. */
  RegionCut rest() {
    return rest;
  }
}
