package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the engine in which dialects, or right and wrong, differ. This is the correct
 * implementation of the classic dialect; it holds no state.
 *
 * <p>A dialect is a subclass. A museum exhibit overrides one method. The engine around it is final
 * and asks nobody else.
 */
public class Steps {

  /** The classic dialect: the documented contract of the first API. */
  public static final Steps CLASSIC = new Steps();

  /** The sizes in which arrays of vectors are handed out. */
  private static final int[] BUCKETS = {1, 4, 16, 64, 128, Bio.MAX_VECS};

  /** The smallest of them with room for each number of vectors. */
  private static final int[] BUCKET_OF = bucketOf();

  /** The correct steps of a dialect. */
  public static Steps of(Dialect dialect) {
    return switch (dialect) {
      case CLASSIC -> CLASSIC;
      case LINUX_6_1 -> LinuxSteps.LINUX_6_1;
    };
  }

  /** The rule by which a call is refused, or null: it is carried out. */
  public @Nullable Refusal refuse(IoRequest request, boolean poolExists) {
    if (!poolExists) {
      return Refusal.NO_POOL;
    }
    if (request.regions().size() > IoRequest.MAX_REGIONS) {
      return Refusal.TOO_MANY_REGIONS;
    }
    boolean several = request.regions().size() > 1;
    return several && request.op() != RequestOp.WRITE ? Refusal.MULTI_REGION_READ : null;
  }

  /** Whether an asynchronous call that was refused by this rule is notified with bits 1 as well. */
  public boolean notifiesRefused(Refusal refusal) {
    return refusal == Refusal.MULTI_REGION_READ;
  }

  /** Whether get and put change the reserve of ios. */
  public boolean countsPages() {
    return true;
  }

  /** The number of ios in reserve for each page that is held. */
  public int iosOfPage() {
    return 4;
  }

  /** Whether a synchronous call takes its io from the pool, or has it on its stack. */
  public boolean poolsSyncIo() {
    return false;
  }

  /** Whether a signal makes a synchronous caller give up waiting. */
  public boolean interruptible() {
    return true;
  }

  /** The flags of a call's bios: bits of {@link RequestFlag}. */
  public int flags(int requested, boolean sync) {
    return sync ? requested | RequestFlag.SYNC.bit() : requested;
  }

  /** The count that an io starts with: the dispatcher's own reference. */
  public int initialCount() {
    return 1;
  }

  /** Whether a region is dispatched at all. */
  public boolean dispatches(long count, int flags) {
    return count > 0;
  }

  /** Where the cursor stands when a region begins: where the request's memory begins. */
  public void rewind(PageCursor cursor) {
    cursor.rewind();
  }

  /** How many vectors a bio's array has, for what is left of a region in sectors. */
  public int slots(RequestOp op, long remaining) {
    long wanted = Math.min(Sectors.toPages(remaining) + 2, Bio.MAX_VECS);
    return bucket((int) wanted);
  }

  /**
   * How many of the slots may hold memory: the last one is hidden and holds the region's number.
   */
  public int capacity(int slots) {
    return slots - 1;
  }

  /** Keeps a bio's region where {@link #regionOf} finds it. */
  public void storeRegion(Bio bio, int region) {
    bio.storeInLastSlot(region);
  }

  /** The region of a bio that has ended. */
  public int regionOf(Bio bio) {
    return bio.lastSlot();
  }

  /** Whether a piece that continues the last vector is merged into it: if in the same page. */
  public boolean merges(long address) {
    return (address & (Sectors.PAGE_SIZE - 1)) != 0;
  }

  /**
   * Whether the queue lets a bio grow.
   *
   * @param segments physically separate pieces that the bio would have
   * @param bytes that the bio would have
   */
  public boolean allows(QueueLimits limits, int segments, long bytes) {
    return segments <= limits.maxSegments() && Sectors.covering(bytes) <= limits.maxSectors();
  }

  /** The largest bio of an operation without data, in sectors; 0: the device cannot do it. */
  public long limitOf(QueueLimits limits, RequestOp op) {
    return limits.limitOf(op);
  }

  /** Whether the memory of an ended bio is zeroed from its iterator to its end. */
  public boolean zeroFills(RequestOp op, BlockStatus status) {
    return op == RequestOp.READ && status != BlockStatus.OK;
  }

  /** Whether an ended bio goes back to its pool before the io is counted down. */
  public boolean putsBioFirst() {
    return true;
  }

  /** The error bits after one more bio has ended; a region beyond the word sets none. */
  public long recordError(long bits, int region, BlockStatus status) {
    return status == BlockStatus.OK || region >= Long.SIZE ? bits : bits | 1L << region;
  }

  /** Whether a finished io goes back to its pool before its caller hears of it. */
  public boolean freesBeforeNotify() {
    return true;
  }

  /** The bits that an asynchronous caller hears. */
  public long notifiedBits(long bits) {
    return bits;
  }

  /** The smallest array with room for this number of vectors, 0..{@link Bio#MAX_VECS}. */
  protected static int bucket(int vectors) {
    return BUCKET_OF[vectors];
  }

  private static int[] bucketOf() {
    int[] smallest = new int[Bio.MAX_VECS + 1];
    int bucket = 0;
    for (int vectors = 0; vectors < smallest.length; vectors++) {
      bucket += vectors > BUCKETS[bucket] ? 1 : 0;
      smallest[vectors] = BUCKETS[bucket];
    }
    return smallest;
  }
}
