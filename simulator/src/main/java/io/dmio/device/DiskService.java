package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.DiskCommand.Stage;
import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves the bios of one disk, so many at once, in the order of arrival.
 *
 * <p>With a write-back cache a bio is served in up to three stages, each with its latency: the
 * flush that PREFLUSH asks for, the data, and for FUA on a disk that cannot do it a flush again.
 */
final class DiskService implements EventHandler {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();

  private final DiskSpec spec;
  private final Simulation simulation;
  private final DiskMedia surface;
  private final DiskData data;
  private final @Nullable WriteCache cache;
  private final DamageBook damage;
  private final RandomStream latencies;
  private final LatencySampler readLatency;
  private final LatencySampler writeLatency;
  private final LatencySampler flushLatency;

  private final CommandSlots stays = new CommandSlots();
  private final CommandFifo waiting = new CommandFifo();
  private final CommandFifo due = new CommandFifo();

  private int serving;
  private boolean finishing;
  private long failed;

  DiskService(
      DiskSpec spec,
      Simulation simulation,
      DiskMedia surface,
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

  /** A bio comes; what becomes of it is to be decided. */
  DiskCommand take(Bio bio) {
    return stays.take(bio);
  }

  /** The faults have decided about a bio that has come. */
  void arrive(DiskCommand stay) {
    if (cache != null) {
      stay.setFlushLimit(cache.clock());
    }
    if (serving < spec.queueDepth()) {
      serve(stay);
      if (stay.handle() == 0) {
        finishAllDue();
      }
    } else {
      waiting.add(stay);
      Bio bio = stay.bio();
      simulation.record(EventKind.QUEUE, bio.number(), spec.id(), waiting.size(), 0, bio.part());
    }
  }

  /** A bio has come, and cannot be served: it ends next. */
  void refuse(Bio bio, BlockStatus status) {
    DiskCommand stay = stays.take(bio);
    stay.abort(status);
    serving++;
    due.add(stay);
  }

  /** Fails all bios, as next to end. */
  void failAll(BlockStatus status) {
    List<DiskCommand> there = stays.byArrival();
    waiting.clear();
    for (DiskCommand stay : there) {
      simulation.cancel(stay.handle());
      stay.abort(status);
      due.add(stay);
    }
    serving = there.size();
  }

  /** Forgets all bios; they never end. */
  void forgetAll() {
    waiting.clear();
    for (DiskCommand stay : stays.byArrival()) {
      simulation.cancel(stay.handle());
      stays.giveBack(stay);
    }
    serving = 0;
  }

  /**
   * Tries what the writes would do whose data is just on its way to the disk. A silent fault of one
   * of them has not happened yet, and never does.
   */
  void tryInFlight() {
    DiskData trial = new DiskData(surface, DiskFaults.NONE);
    for (DiskCommand stay : stays.byArrival()) {
      Bio bio = stay.bio();
      boolean moving = stay.handle() != 0 && stay.stage() == Stage.DATA;
      if (moving && bio.op() != RequestOp.READ) {
        trial.move(bio, stay.transfer(), null);
      }
    }
  }

  /** Ends all bios whose time has come, unless somebody is at it. */
  void finishAllDue() {
    DiskCommand first = finishing ? null : due.poll();
    if (first != null) {
      handle(first.number());
    }
  }

  /**
   * The time of a bio has come: it ends, or enters its next stage, and all that is due then.
   *
   * @param number of the bio's stay
   */
  @Override
  public void handle(long number) {
    finishing = true;
    try {
      for (DiskCommand stay = stays.get((int) number); stay != null; stay = due.poll()) {
        if (cache == null || isThrough(stay, cache)) {
          finish(stay);
        }
      }
    } finally {
      finishing = false;
    }
  }

  private void serve(DiskCommand stay) {
    serving++;
    Bio bio = stay.bio();
    simulation.record(
        EventKind.ISSUE, bio.number(), spec.id(), stay.number(), waiting.size(), bio.part());
    if ((bio.flags() & PREFLUSH) == 0) {
      begin(stay, dataLatency(bio));
    } else {
      stay.enter(Stage.FLUSH);
      begin(stay, flushLatency);
    }
  }

  // The stage that the bio is in begins.
  private void begin(DiskCommand stay, LatencySampler latencyOfStage) {
    long latency = latencyOfStage.sample(latencies);
    if (latency < 1) {
      due.add(stay);
    } else {
      stay.setHandle(simulation.schedule(latency, this, stay.number()));
    }
  }

  private LatencySampler dataLatency(Bio bio) {
    return bio.op() == RequestOp.READ ? readLatency : writeLatency;
  }

  // A stage is over; whether it was the last.
  private boolean isThrough(DiskCommand stay, WriteCache written) {
    return switch (stay.stage()) {
      case FLUSH -> isThroughAfterFlush(stay, written);
      case DATA -> isThroughAfterData(stay, written);
      case FLUSH_AFTER -> {
        written.settleUntil(stay.flushLimit());
        yield true;
      }
    };
  }

  private boolean isThroughAfterFlush(DiskCommand stay, WriteCache written) {
    boolean alone = stay.bio().bytes() == 0;
    if (alone && stay.status() != BlockStatus.OK) {
      return true;
    }
    int lie = stay.flushLie();
    if (lie == FaultDecision.NO_RULE) {
      written.settleUntil(stay.flushLimit());
    } else {
      written.declareUntil(stay.flushLimit(), damage, spec.id(), lie);
    }
    if (!alone) {
      stay.enter(Stage.DATA);
      begin(stay, dataLatency(stay.bio()));
    }
    return alone;
  }

  // The data of a write with FUA is moved here, since it is not the same as that of others.
  private boolean isThroughAfterData(DiskCommand stay, WriteCache written) {
    Bio bio = stay.bio();
    boolean fua = RequestFlag.FUA.in(bio.flags()) && bio.op() != RequestOp.READ;
    if (!fua || stay.transfer() == 0 || stay.status() != BlockStatus.OK) {
      return true;
    }
    int lie = stay.fuaLie();
    written.setThrough(spec.cache().fua() && lie == FaultDecision.NO_RULE);
    data.move(bio, stay.transfer(), stay.instead());
    written.setThrough(false);
    stay.moved();
    if (lie != FaultDecision.NO_RULE) {
      damage.damaged(spec.id(), bio.sector(), bio.sectorCount(), lie);
    } else if (!spec.cache().fua()) {
      stay.setFlushLimit(written.clock());
      stay.enter(Stage.FLUSH_AFTER);
      begin(stay, flushLatency);
      return false;
    }
    return true;
  }

  private void finish(DiskCommand stay) {
    Bio bio = stay.bio();
    BlockStatus status = stay.status();
    if (status == BlockStatus.OK && surface.refuses(bio)) {
      status = BlockStatus.MEDIUM;
    } else {
      data.move(bio, stay.transfer(), stay.instead());
    }
    stays.giveBack(stay);
    if (status != BlockStatus.OK) {
      failed++;
    }
    if (spec.driver() == DriverKind.REQUEST) {
      bio.setResidual(0);
    }
    serving--;
    DiskCommand following = waiting.poll();
    if (following != null) {
      serve(following);
    }
    bio.end(status);
  }
}
