package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.Dialect;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.Refusal;
import io.dmio.mempool.Mempool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks expect that depends on the dialect: a second account of it, which asks no step of
 * the engine.
 */
public abstract sealed class DialectRules permits ClassicRules, LinuxRules {

  private static final int[] ARRAYS = {4, 16, 64, 128, 256};

  /** The rules of a dialect for an engine with these clients. */
  public static DialectRules of(Dialect dialect, List<ClientConfig> clients) {
    return switch (dialect) {
      case CLASSIC -> new ClassicRules(clients.get(0).bios());
      case LINUX_6_1 -> new LinuxRules(clients);
    };
  }

  /** Whether the memory of a request is of a type that is refused. */
  abstract boolean hasWrongMemory(IoRequest request);

  /** Whether get and put change the reserve of ios. */
  abstract boolean countsPages();

  /** Elements of the reserve of a pool while that many pages are held. */
  abstract long reserveOf(int pool, long pages);

  /** What is wrong with the size of a pool's reserve in words, or null. */
  abstract @Nullable String wrongReserve(Mempool<?> pool, HeldPages pages);

  /** Whether a synchronous caller that has a signal pending gives up instead of waiting. */
  abstract boolean interruptible();

  /** Whether a synchronous call takes its io from the pool. */
  abstract boolean poolsSyncIo();

  /** Vectors that a bio may use when that many sectors of its region are left. */
  abstract int capacity(long sectors);

  /** Whether a piece that follows the last vector in memory is merged into it. */
  abstract boolean merges(long address);

  /** Whether a queue lets a bio grow to this. */
  abstract boolean fits(QueueLimits limits, int segments, long bytes);

  /** Whether a region without sectors is sent as an empty bio. */
  abstract boolean sendsEmpty(int flags);

  /** Whether a pool of this number is one of ios; the others are of bios. */
  static boolean isIos(int pool) {
    return (pool & 1) == 0;
  }

  /** Whether a rule of the contract is broken by a request. */
  final boolean breaks(Refusal rule, IoRequest request, boolean poolExists) {
    return switch (rule) {
      case NO_POOL -> !poolExists;
      case TOO_MANY_REGIONS -> hasTooManyRegions(request);
      case MULTI_REGION_READ -> readsManyRegions(request);
      case MEMORY_TYPE -> hasWrongMemory(request);
      case PUT_UNCOVERED, PUT_IN_USE -> false;
    };
  }

  /** Whether any rule is broken by a request. */
  final boolean breaksAny(IoRequest request, boolean poolExists) {
    return !poolExists
        || hasTooManyRegions(request)
        || readsManyRegions(request)
        || hasWrongMemory(request);
  }

  /** Whether a region is to be sent, but its device cannot do the operation: its bit is set. */
  final boolean isUnable(IoRequest request, IoRegion region) {
    RequestOp op = request.op();
    boolean sent = region.count() > 0 || sendsEmpty(request.flags());
    return sent && !op.hasData() && mostSectors(region.device().limits(), op) == 0;
  }

  /** Whether bios are sent for a region. */
  final boolean isSent(IoRequest request, IoRegion region) {
    return (region.count() > 0 || sendsEmpty(request.flags())) && !isUnable(request, region);
  }

  /** The bits of the regions that fail without a bio. */
  final long unableBits(IoRequest request) {
    if (request.op().hasData()) {
      return 0;
    }
    long bits = 0;
    for (int i = 0; i < request.regions().size(); i++) {
      bits |= isUnable(request, request.regions().get(i)) ? 1L << i : 0;
    }
    return bits;
  }

  /** The largest bio of an operation without data, in sectors; 0: the device cannot do it. */
  static long mostSectors(QueueLimits limits, RequestOp op) {
    return op == RequestOp.DISCARD ? limits.maxDiscardSectors() : limits.maxWriteZeroesSectors();
  }

  /** The smallest array that is handed out for that many vectors; none has fewer than 4. */
  static int array(long vectors) {
    int size = 0;
    while (ARRAYS[size] < vectors) {
      size++;
    }
    return ARRAYS[size];
  }

  /** Whether a request reads more than one region, which is refused. */
  static boolean readsManyRegions(IoRequest request) {
    return request.op() == RequestOp.READ && request.regions().size() > 1;
  }

  private static boolean hasTooManyRegions(IoRequest request) {
    return request.regions().size() > IoRequest.MAX_REGIONS;
  }
}
