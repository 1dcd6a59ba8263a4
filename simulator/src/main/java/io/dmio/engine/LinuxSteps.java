package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the dialect linux-6.1, as recorded from that kernel: where they differ from the
 * classic ones.
 */
public class LinuxSteps extends Steps {

  /** The dialect linux-6.1. */
  public static final LinuxSteps LINUX_6_1 = new LinuxSteps();

  private static final int SMALLEST_ARRAY = 4;

  /**
   * The memory's type is looked at before the rule on reads; all operations that change a device
   * count as writes. Callers without pools do not get as far as that.
   */
  @Override
  public @Nullable Refusal refuse(IoRequest request, boolean poolExists) {
    if (!poolExists) {
      return Refusal.NO_POOL;
    }
    if (request.memory() instanceof IoMemory.Unknown) {
      return Refusal.MEMORY_TYPE;
    }
    if (request.regions().size() > IoRequest.MAX_REGIONS) {
      return Refusal.TOO_MANY_REGIONS;
    }
    boolean several = request.regions().size() > 1;
    return several && !request.op().isWrite() ? Refusal.MULTI_REGION_READ : null;
  }

  /** Clients have reserves of a fixed size. */
  @Override
  public boolean countsPages() {
    return false;
  }

  /** Every call takes its io from the client's pool. */
  @Override
  public boolean poolsSyncIo() {
    return true;
  }

  /** A synchronous caller cannot be interrupted. */
  @Override
  public boolean interruptible() {
    return false;
  }

  /** A region without sectors is an empty flush if the call carries PREFLUSH. */
  @Override
  public boolean dispatches(long count, int flags) {
    return count > 0 || RequestFlag.PREFLUSH.in(flags);
  }

  /**
   * One vector for each 4096 bytes that are left, at most 256 and no extra one for an offset, as an
   * array of the next size that there is: 4, 16, 64, 128 or 256. None for an empty flush.
   */
  @Override
  public int slots(RequestOp op, long remaining) {
    if (!op.hasData() || remaining == 0) {
      return 0;
    }
    long wanted = Math.min(Sectors.divideRoundingUp(remaining, Sectors.PER_PAGE), Bio.MAX_VECS);
    return bucket(Math.max(SMALLEST_ARRAY, (int) wanted));
  }

  /** All slots are for memory. */
  @Override
  public int capacity(int slots) {
    return slots;
  }

  /** The region's number is kept beside the vectors: there is nothing to store. */
  @Override
  public void storeRegion(Bio bio, int region) {
    // The owner's index, which every bio has, is the region.
  }

  /** The region's number is kept beside the vectors. */
  @Override
  public int regionOf(Bio bio) {
    return bio.ownerIndex();
  }

  /** What is physically contiguous is merged, across pages and even into a full bio. */
  @Override
  public boolean merges(long address) {
    return true;
  }

  /** The block layer cuts what is too large for a queue; bios are built without looking at it. */
  @Override
  public boolean allows(QueueLimits limits, int segments, long bytes) {
    return true;
  }
}
