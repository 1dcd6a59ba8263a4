package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;

/**
 * What the first bio of a region should be like.
 *
 * <p>All regions of a call begin at the same memory, so regions of equal size on devices with equal
 * limits begin with equal bios: what the first is like is found out once for all of them. Calls
 * share this, as most send their bios without another call in between.
 */
final class FirstBio {

  private static final int NONE = -1;

  private final DialectRules rules;
  private final BioShape shape = new BioShape();
  private final RegionCut rest;
  private boolean sent;
  private int call = NONE;
  private long count;
  private QueueLimits limits = QueueLimits.UNLIMITED;

  FirstBio(DialectRules rules) {
    this.rules = rules;
    rest = new RegionCut(rules);
  }

  /** Looks at a region of a call. */
  void of(IoRequest request, IoRegion region) {
    QueueLimits itsLimits = region.device().limits();
    if (call != request.call() || count != region.count() || !limits.equals(itsLimits)) {
      call = request.call();
      count = region.count();
      limits = itsLimits;
      sent = rules.isSent(request, region);
      rest.begin(request.memory(), count);
      rest.next(request.op(), limits, shape);
    }
  }

  /** Whether there is one. */
  boolean isSent() {
    return sent;
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
