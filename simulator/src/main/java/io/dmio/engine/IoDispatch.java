package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.Sectors;
import io.dmio.mempool.Mempool;
import io.dmio.sim.KernelBug;
import io.dmio.sim.Spare;
import io.dmio.sim.Waiter;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the engine: what C keeps in locals.
 *
 * <p>{@link #advance} runs until the call has to wait: for an io, for a bio, or for its completion.
 * Its event resumes it where it was.
 */
final class IoDispatch extends Spare implements Waiter {

  private static final long NOT_BEGUN = -1;
  private static final long NOWHERE = -1;

  private final DmIoEngine engine;
  private final Steps steps;
  private final PageCursor cursor = new PageCursor();

  private final DeviceCounts sent = new DeviceCounts();

  private @Nullable IoRequest request;
  private @Nullable IoCallback callback;
  private @Nullable IoPools pools;
  private @Nullable Io io;

  /** The region whose bios are sent now. */
  private int region;

  /** Whether all bios are sent, so that the call waits for nothing but their ends. */
  private boolean dispatched;

  /** Sectors of that region that were not sent yet; {@link #NOT_BEGUN} before its first bio. */
  private long remaining;

  /** The largest bio of an operation without data, in sectors. */
  private long limit;

  IoDispatch(DmIoEngine engine, Steps steps) {
    this.engine = engine;
    this.steps = steps;
  }

  /** Takes on a call. */
  void begin(IoRequest of, IoCallback hears, IoPools from) {
    assert request == null : "a dispatch takes on a call before its last has returned";
    request = of;
    callback = hears;
    pools = from;
    io = null;
    region = 0;
    dispatched = false;
    remaining = NOT_BEGUN;
    cursor.start(of.memory());
    sent.clear();
  }

  /** Forgets the call. */
  void end() {
    request = null;
    callback = null;
    pools = null;
    io = null;
  }

  @Override
  public int call() {
    return request().call();
  }

  @Override
  public void handle(long argument) {
    if (dispatched) {
      engine.completed(this);
    } else {
      advance();
    }
  }

  /** Goes on until the call has to wait or is dispatched. */
  void advance() {
    if (io == null && !takeIo()) {
      return;
    }
    IoRequest of = request();
    IoRegions regions = of.regions();
    Io counting = io();
    while (region < regions.size()) {
      IoRegion to = regions.get(region);
      if (remaining == NOT_BEGUN && !begins(of, to, counting)) {
        region++;
      } else if (!sendBio(of, to, counting)) {
        return;
      }
    }
    dispatched = true;
    engine.dispatched(this);
  }

  IoRequest request() {
    if (request == null) {
      throw new KernelBug("a dispatch is used after its call has returned");
    }
    return request;
  }

  IoCallback callback() {
    if (callback == null) {
      throw new KernelBug("a dispatch is used after its call has returned");
    }
    return callback;
  }

  Io io() {
    if (io == null) {
      throw new KernelBug("a dispatch has no io yet");
    }
    return io;
  }

  private IoPools pools() {
    if (pools == null) {
      throw new KernelBug("a dispatch has no pools");
    }
    return pools;
  }

  private boolean takeIo() {
    IoRequest of = request();
    boolean pooled = !of.sync() || steps.poolsSyncIo();
    Io taken = pooled ? pools().ios().take() : engine.stackIo();
    assert taken != null || pooled : "call " + of.call() + " waits for an io on its own stack";
    if (taken == null) {
      pools().ios().park(this);
      return false;
    }
    taken.begin(this, of, callback(), pools(), steps.initialCount());
    io = taken;
    return true;
  }

  /** Begins the current region; false if nothing of it is to be sent. */
  private boolean begins(IoRequest of, IoRegion to, Io counting) {
    if (!steps.dispatches(to.count(), of.flags())) {
      return false;
    }
    if (!of.op().hasData()) {
      limit = steps.limitOf(to.device().limits(), of.op());
      if (limit == 0) {
        counting.countUp();
        engine.countDown(counting, region, BlockStatus.NOTSUPP);
        return false;
      }
    }
    assert to.count() >= 0 : "region " + region + " has " + to.count() + " sectors";
    steps.rewind(cursor);
    remaining = to.count();
    return true;
  }

  /** Builds and submits the region's next bio; false if there is none to be had just now. */
  private boolean sendBio(IoRequest of, IoRegion to, Io counting) {
    Mempool<Bio> bios = pools().bios();
    Bio bio = bios.take();
    if (bio == null) {
      bios.park(this);
      return false;
    }
    int slots = steps.slots(of.op(), remaining);
    bio.prepare(
        of.op(),
        steps.flags(of.flags(), of.sync()),
        to.sector() + (to.count() - remaining),
        slots,
        steps.capacity(slots));
    bio.setIoPriority(of.ioPriority());
    bio.own(counting, region);
    steps.storeRegion(bio, region);
    BlockDevice device = to.device();
    int deviceId = device.id();
    bio.number(engine.nextBio(), of.call(), sent.next(deviceId));
    fill(bio, of, device.limits());
    assert remaining >= 0 && remaining <= to.count() : remaining + " sectors of region " + region;
    int sentRegion = region;
    if (remaining == 0) {
      remaining = NOT_BEGUN;
      region++;
    }
    counting.countUp();
    engine.submitted(bio, sentRegion, deviceId);
    callback().submit(of, sentRegion, bio);
    return true;
  }

  private void fill(Bio bio, IoRequest of, QueueLimits limits) {
    if (of.op().hasData()) {
      remaining = addPieces(bio, limits, remaining);
    } else {
      assert limit > 0 : "a bio of an operation that its device cannot do";
      long sectors = Math.min(limit, remaining);
      bio.resizeTo(Math.toIntExact(Sectors.toBytes(sectors)));
      remaining -= sectors;
    }
  }

  /** Adds pieces of memory until the bio is full; the sectors that are left then. */
  private long addPieces(Bio bio, QueueLimits limits, long sectors) {
    long left = sectors;
    long end = NOWHERE;
    int segments = 0;
    while (left != 0) {
      long address = cursor.address();
      int length = (int) Math.min(cursor.length(), Sectors.toBytes(left));
      boolean adjacent = address == end;
      boolean merge = adjacent && steps.merges(address);
      segments += adjacent ? 0 : 1;
      boolean room = merge || bio.vecCount() < bio.capacity();
      if (!room || !steps.allows(limits, segments, (long) bio.bytes() + length)) {
        return left;
      }
      if (merge) {
        bio.extendLast(length);
      } else {
        bio.add(address, length);
      }
      end = address + length;
      left -= Sectors.ofBytes(length);
      cursor.next();
    }
    return left;
  }
}
