package io.dmio.mapper;

import io.dmio.block.BlockDevice;
import io.dmio.block.QueueLimits;
import java.util.List;

/** The limits of a device whose bios go on to others. */
final class StackedLimits {

  private StackedLimits() {}

  /**
   * The most restrictive of each limit. What one of the devices cannot do at all, the stacked
   * device cannot do either. With no device below it has no limits.
   */
  static QueueLimits of(List<BlockDevice> lower) {
    if (lower.isEmpty()) {
      return QueueLimits.UNLIMITED;
    }
    QueueLimits limits = lower.get(0).limits();
    for (BlockDevice device : lower) {
      limits = both(limits, device.limits());
    }
    return limits;
  }

  private static QueueLimits both(QueueLimits one, QueueLimits other) {
    return new QueueLimits(
        Math.min(one.maxSectors(), other.maxSectors()),
        Math.min(one.maxSegments(), other.maxSegments()),
        Math.max(one.logicalBlockBytes(), other.logicalBlockBytes()),
        Math.max(one.physicalBlockBytes(), other.physicalBlockBytes()),
        Math.min(one.maxDiscardSectors(), other.maxDiscardSectors()),
        Math.min(one.maxWriteZeroesSectors(), other.maxWriteZeroesSectors()));
  }
}
