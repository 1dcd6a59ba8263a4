package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.BioSlots.Stage;
import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Serves the bios of one disk, so many at once, in the order of arrival.
 *
 * <p>With a write-back cache a bio is served in up to three stages, each with its latency: the
 * flush that PREFLUSH asks for, the data, and for FUA on a disk that cannot do it a flush again.
 */
final class DiskService {

  private final DiskSpec spec;
  private final Simulation simulation;
  private final Surface surface;
  private final DiskData data;
  private final @Nullable WriteCache cache;
  private final DamageBook damage;
  private final RandomStream latencies;
  private final LatencySampler readLatency;
  private final LatencySampler writeLatency;
  private final LatencySampler flushLatency;

  private final BioSlots slots = new BioSlots();
  private final IntQueue waiting = new IntQueue();
  private final IntQueue due = new IntQueue();
  private final EventHandler served = slot -> finishDue((int) slot);

  private int serving;
  private boolean finishing;
  private long failed;

  DiskService(
      DiskSpec spec,
      Simulation simulation,
      Surface surface,
      DiskData data,
      @Nullable WriteCache cache,
      DamageBook damage,
      LatencyTables tables) {
    this.spec = spec;
    this.simulation = simulation;
    this.surface = surface;
    this.data = data;
    this.cache = cache;
    this.damage = damage;
    latencies = simulation.choices().stream(spec.name() + "/latency");
    readLatency = LatencySampler.of(spec.latency().read(), tables);
    writeLatency = LatencySampler.of(spec.latency().write(), tables);
    flushLatency = LatencySampler.of(spec.latency().flush(), tables);
  }

  /** Bios that ended with an error so far. */
  long failed() {
    return failed;
  }

  /** How many bios there are. */
  int bios() {
    return serving + waiting.size();
  }

  /** Whether a bio is just ending. */
  boolean isFinishing() {
    return finishing;
  }

  /** A bio has come, and the faults have decided. */
  void arrive(Bio bio, FaultDecision decision) {
    int slot = slots.take(bio, decision);
    if (cache != null) {
      slots.note(slot, decision, cache.clock());
    }
    if (serving < spec.queueDepth()) {
      serve(slot);
      finishAllDue();
    } else {
      waiting.add(slot);
      simulation.record(EventKind.QUEUE, bio.number(), spec.id(), waiting.size(), 0, 0);
    }
  }

  /** A bio has come, and cannot be served: it ends next. */
  void refuse(Bio bio, FaultDecision decision) {
    int slot = slots.take(bio, decision);
    slots.enter(slot, Stage.DATA);
    serving++;
    due.add(slot);
  }

  /** Fails all bios, as next to end. */
  void failAll(BlockStatus status) {
    int[] there = slots.byArrival();
    for (int slot : there) {
      simulation.cancel(slots.handle(slot));
      slots.fail(slot, status);
      due.add(slot);
    }
    waiting.clear();
    serving = there.length;
  }

  /** Forgets all bios; they never end. */
  void forgetAll() {
    for (int slot : slots.byArrival()) {
      simulation.cancel(slots.handle(slot));
      slots.giveBack(slot);
    }
    waiting.clear();
    serving = 0;
  }

  /**
   * Tries what the writes would do whose data is just on its way to the disk. A silent fault of one
   * of them has not happened yet, and never does.
   */
  void tryInFlight() {
    DiskData trial = new DiskData(surface, DiskFaults.NONE);
    for (int slot : slots.byArrival()) {
      Bio bio = slots.bio(slot);
      boolean moving = slots.handle(slot) != 0 && slots.stage(slot) == Stage.DATA;
      if (moving && bio.op() != RequestOp.READ) {
        trial.move(bio, slots.transfer(slot), null);
      }
    }
  }

  /** Ends all bios whose time has come, unless somebody is at it. */
  void finishAllDue() {
    if (finishing) {
      return;
    }
    finishing = true;
    try {
      while (due.size() > 0) {
        int slot = due.remove();
        if (cache == null || isThrough(slot, cache)) {
          finish(slot);
        }
      }
    } finally {
      finishing = false;
    }
  }

  private void serve(int slot) {
    serving++;
    Bio bio = slots.bio(slot);
    simulation.record(EventKind.ISSUE, bio.number(), spec.id(), slot, waiting.size(), 0);
    enter(slot, RequestFlag.PREFLUSH.in(bio.flags()) ? Stage.FLUSH : Stage.DATA);
  }

  private void enter(int slot, Stage stage) {
    slots.enter(slot, stage);
    long latency = latencyOf(slots.bio(slot), stage).sample(latencies);
    if (latency == 0) {
      due.add(slot);
    } else {
      slots.setHandle(slot, simulation.schedule(latency, served, slot));
    }
  }

  private LatencySampler latencyOf(Bio bio, Stage stage) {
    if (stage != Stage.DATA) {
      return flushLatency;
    }
    return bio.op() == RequestOp.READ ? readLatency : writeLatency;
  }

  private void finishDue(int slot) {
    due.add(slot);
    finishAllDue();
  }

  // A stage is over; whether it was the last.
  private boolean isThrough(int slot, WriteCache written) {
    return switch (slots.stage(slot)) {
      case FLUSH -> isThroughAfterFlush(slot, written);
      case DATA -> isThroughAfterData(slot, written);
      case FLUSH_AFTER -> {
        written.settleUntil(slots.flushLimit(slot));
        yield true;
      }
    };
  }

  private boolean isThroughAfterFlush(int slot, WriteCache written) {
    boolean alone = slots.bio(slot).bytes() == 0;
    if (alone && slots.status(slot) != BlockStatus.OK) {
      return true;
    }
    int lie = slots.flushLie(slot);
    if (lie == FaultDecision.NO_RULE) {
      written.settleUntil(slots.flushLimit(slot));
    } else {
      written.declareUntil(slots.flushLimit(slot), damage, spec.id(), lie);
    }
    if (!alone) {
      enter(slot, Stage.DATA);
    }
    return alone;
  }

  // The data of a write with FUA is moved here, since it is not the same as that of others.
  private boolean isThroughAfterData(int slot, WriteCache written) {
    Bio bio = slots.bio(slot);
    boolean fua = RequestFlag.FUA.in(bio.flags()) && bio.op() != RequestOp.READ;
    if (!fua || slots.transfer(slot) == 0 || slots.status(slot) != BlockStatus.OK) {
      return true;
    }
    int lie = slots.fuaLie(slot);
    written.setThrough(spec.cache().fua() && lie == FaultDecision.NO_RULE);
    data.move(bio, slots.transfer(slot), slots.replacement(slot));
    written.setThrough(false);
    slots.moved(slot);
    if (lie != FaultDecision.NO_RULE) {
      damage.damaged(spec.id(), bio.sector(), bio.sectorCount(), lie);
    } else if (!spec.cache().fua()) {
      slots.setFlushLimit(slot, written.clock());
      enter(slot, Stage.FLUSH_AFTER);
      return false;
    }
    return true;
  }

  private void finish(int slot) {
    Bio bio = slots.bio(slot);
    BlockStatus status = slots.status(slot);
    if (status == BlockStatus.OK && surface.refuses(bio)) {
      status = BlockStatus.MEDIUM;
    } else {
      data.move(bio, slots.transfer(slot), slots.replacement(slot));
    }
    slots.giveBack(slot);
    if (status != BlockStatus.OK) {
      failed++;
    }
    if (spec.driver() == DriverKind.REQUEST) {
      bio.setResidual(0);
    }
    serving--;
    if (waiting.size() > 0) {
      serve(waiting.remove());
    }
    bio.end(status);
  }
}
