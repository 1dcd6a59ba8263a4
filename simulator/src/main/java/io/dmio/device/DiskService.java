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
  private final DiskMedia media;
  private final DiskData data;
  private final @Nullable WriteCache cache;
  private final DamageListener damage;
  private final RandomStream latencies;
  private final LatencySampler readLatency;
  private final LatencySampler writeLatency;
  private final LatencySampler flushLatency;

  private final CommandSlots slots = new CommandSlots();
  private final CommandFifo waiting = new CommandFifo();
  private final CommandFifo due = new CommandFifo();

  private int serving;
  private boolean finishing;
  private long failed;

  DiskService(
      DiskSpec spec,
      Simulation simulation,
      DiskMedia media,
      DiskData data,
      @Nullable WriteCache cache,
      DamageListener damage,
      LatencyTables tables) {
    this.spec = spec;
    this.simulation = simulation;
    this.media = media;
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
    return slots.take(bio);
  }

  /** The faults have decided about a bio that has come. */
  void arrive(DiskCommand command) {
    if (cache != null) {
      command.setFlushLimit(cache.clock());
    }
    if (serving < spec.queueDepth()) {
      serve(command);
      if (command.handle() == 0) {
        finishAllDue();
      }
    } else {
      waiting.add(command);
      Bio bio = command.bio();
      simulation.record(EventKind.QUEUE, bio.number(), spec.id(), waiting.size(), 0, bio.part());
    }
  }

  /** A bio has come, and cannot be served: it ends next. */
  void refuse(Bio bio, BlockStatus status) {
    DiskCommand command = slots.take(bio);
    command.abort(status);
    serving++;
    due.add(command);
  }

  /** Fails all bios, as next to end. */
  void failAll(BlockStatus status) {
    List<DiskCommand> there = slots.byArrival();
    waiting.clear();
    for (DiskCommand command : there) {
      simulation.cancel(command.handle());
      command.abort(status);
      due.add(command);
    }
    serving = there.size();
  }

  /** Forgets all bios; they never end. */
  void forgetAll() {
    waiting.clear();
    for (DiskCommand command : slots.byArrival()) {
      simulation.cancel(command.handle());
      slots.giveBack(command);
    }
    serving = 0;
  }

  /**
   * Tries what the writes would do whose data is just on its way to the disk. A silent fault of one
   * of them has not happened yet, and never does.
   */
  void tryInFlight() {
    DiskData trial = new DiskData(media, DiskFaults.NONE);
    for (DiskCommand command : slots.byArrival()) {
      Bio bio = command.bio();
      boolean moving = command.handle() != 0 && command.stage() == Stage.DATA;
      if (moving && bio.op() != RequestOp.READ) {
        trial.move(bio, command.transfer(), null);
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
      for (DiskCommand command = slots.get((int) number); command != null; command = due.poll()) {
        if (cache == null || isDone(command, cache)) {
          finish(command);
        }
      }
    } finally {
      finishing = false;
    }
  }

  private void serve(DiskCommand command) {
    serving++;
    Bio bio = command.bio();
    simulation.record(
        EventKind.ISSUE, bio.number(), spec.id(), command.number(), waiting.size(), bio.part());
    if ((bio.flags() & PREFLUSH) == 0) {
      begin(command, dataLatency(bio));
    } else {
      command.enter(Stage.FLUSH);
      begin(command, flushLatency);
    }
  }

  // The stage that the bio is in begins.
  private void begin(DiskCommand command, LatencySampler latencyOfStage) {
    long latency = latencyOfStage.sample(latencies);
    if (latency < 1) {
      due.add(command);
    } else {
      command.setTimer(simulation.schedule(latency, this, command.number()));
    }
  }

  private LatencySampler dataLatency(Bio bio) {
    return bio.op() == RequestOp.READ ? readLatency : writeLatency;
  }

  // A stage is over; whether it was the last.
  private boolean isDone(DiskCommand command, WriteCache written) {
    return switch (command.stage()) {
      case FLUSH -> isDoneAfterFlush(command, written);
      case DATA -> isDoneAfterData(command, written);
      case FLUSH_AFTER -> {
        written.flushUntil(command.flushLimit());
        yield true;
      }
    };
  }

  private boolean isDoneAfterFlush(DiskCommand command, WriteCache written) {
    boolean alone = command.bio().bytes() == 0;
    if (alone && command.status() != BlockStatus.OK) {
      return true;
    }
    int lie = command.flushLie();
    if (lie == FaultDecision.NO_RULE) {
      written.flushUntil(command.flushLimit());
    } else {
      written.reportDamageUntil(command.flushLimit(), damage, spec.id(), lie);
    }
    if (!alone) {
      command.enter(Stage.DATA);
      begin(command, dataLatency(command.bio()));
    }
    return alone;
  }

  // The data of a write with FUA is moved here, since it is not the same as that of others.
  private boolean isDoneAfterData(DiskCommand command, WriteCache written) {
    Bio bio = command.bio();
    boolean fua = RequestFlag.FUA.in(bio.flags()) && bio.op() != RequestOp.READ;
    if (!fua || command.transfer() == 0 || command.status() != BlockStatus.OK) {
      return true;
    }
    int lie = command.fuaLie();
    written.setWriteThrough(spec.cache().fua() && lie == FaultDecision.NO_RULE);
    data.move(bio, command.transfer(), command.replacement());
    written.setWriteThrough(false);
    command.moved();
    if (lie != FaultDecision.NO_RULE) {
      damage.damaged(spec.id(), bio.sector(), bio.sectorCount(), lie);
    } else if (!spec.cache().fua()) {
      command.setFlushLimit(written.clock());
      command.enter(Stage.FLUSH_AFTER);
      begin(command, flushLatency);
      return false;
    }
    return true;
  }

  private void finish(DiskCommand command) {
    Bio bio = command.bio();
    BlockStatus status = command.status();
    if (status == BlockStatus.OK && media.refuses(bio)) {
      status = BlockStatus.MEDIUM;
    } else {
      data.move(bio, command.transfer(), command.replacement());
    }
    slots.giveBack(command);
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
