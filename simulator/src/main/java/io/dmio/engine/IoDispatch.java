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

  private final DmIoEngine engine;
  private final Steps steps;
  private final PageCursor cursor = new PageCursor();

  private final DeviceCounts sent = new DeviceCounts();

  private @Nullable IoRequest request;
  private @Nullable IoCallback callback;
  private @Nullable IoPools pools;
  private @Nullable Io io;
  private int region;

  /** The current region once it has begun; null between regions. */
  private @Nullable IoRegion where;

  private long remaining;
  private long limit;
  private int segments;

  IoDispatch(DmIoEngine engine, Steps steps) {
    this.engine = engine;
    this.steps = steps;
  }

  /** Takes on a call. */
  void begin(IoRequest of, IoCallback hears, IoPools from) {
    request = of;
    callback = hears;
    pools = from;
    io = null;
    region = 0;
    where = null;
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
    if (region > request().regions().size()) {
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
    while (region < of.regions().size()) {
      IoRegion to = where == null ? openRegion(of) : where;
      if (to == null) {
        region++;
      } else if (!sendBio(of, to, io())) {
        return;
      }
    }
    region++;
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
    if (taken == null) {
      pools().ios().park(this);
      return false;
    }
    taken.begin(this, of, callback(), pools(), steps.initialCount());
    io = taken;
    return true;
  }

  /** Begins the current region; null if nothing of it is to be sent. */
  private @Nullable IoRegion openRegion(IoRequest of) {
    IoRegion to = of.regions().get(region);
    if (!steps.dispatches(to.count(), of.flags())) {
      return null;
    }
    if (!of.op().hasData()) {
      limit = steps.limitOf(to.device().limits(), of.op());
      if (limit == 0) {
        io().countUp();
        engine.countDown(io(), region, BlockStatus.NOTSUPP);
        return null;
      }
    }
    steps.rewind(cursor);
    remaining = to.count();
    where = to;
    return to;
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
    bio.own(engine, counting, region);
    steps.storeRegion(bio, region);
    BlockDevice device = to.device();
    int deviceId = device.id();
    bio.number(engine.nextBio(), of.call(), sent.next(deviceId));
    fill(bio, of, device.limits());
    int sentRegion = region;
    if (remaining == 0) {
      where = null;
      region++;
    }
    counting.countUp();
    engine.submitted(bio, sentRegion, deviceId);
    callback().submit(of, sentRegion, bio);
    return true;
  }

  private void fill(Bio bio, IoRequest of, QueueLimits limits) {
    if (of.op().hasData()) {
      segments = 0;
      while (remaining > 0 && addPiece(bio, limits)) {
        cursor.next();
      }
    } else {
      long sectors = Math.min(limit, remaining);
      bio.resizeTo(Math.toIntExact(Sectors.toBytes(sectors)));
      remaining -= sectors;
    }
  }

  /** Adds the next piece of memory, unless the bio is full. */
  private boolean addPiece(Bio bio, QueueLimits limits) {
    long address = cursor.address();
    int length = (int) Math.min(cursor.length(), Sectors.toBytes(remaining));
    boolean adjacent = bio.vecCount() > 0 && bio.vecEnd() == address;
    int segmentsThen = adjacent ? segments : segments + 1;
    boolean merge = steps.merges(bio, address);
    boolean room = merge || bio.vecCount() < bio.capacity();
    if (!room || !steps.allows(limits, segmentsThen, (long) bio.bytes() + length)) {
      return false;
    }
    if (merge) {
      bio.extendLast(length);
    } else {
      bio.add(address, length);
    }
    segments = segmentsThen;
    remaining -= Sectors.ofBytes(length);
    return true;
  }
}
