package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockLayer;
import io.dmio.block.BlockStatus;
import io.dmio.block.Memory;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disk: pristine sectors behind a queue, with a latency of its own, under the faults of its
 * scenario.
 *
 * <p>The life of a bio here: it <em>arrives</em> (the block layer's check, then the faults decide
 * its fate, in the order of submission), it is <em>served</em> (at once, or when one of {@code
 * queueDepth} places gets free, first come first served), and after its latency it is
 * <em>finished</em>: data moves, its place goes to the next in the queue, and as the very last
 * thing it is ended.
 *
 * <p>Latencies come from the stream {@code NAME/latency}, one for reads, writes and flushes, in the
 * order in which service begins; a fixed latency draws nothing. A bio with latency 0 that need not
 * wait ends inside {@link #submit}. A bio submitted by an owner that is just hearing of an end on
 * this disk is finished after that owner has returned, so that a chain of such bios costs no stack.
 *
 * <p>A bio past the end of the disk is failed by the block layer: faults, queue and driver do not
 * see it, and its iterator stays. Of all others the driver {@link DriverKind#REQUEST} leaves the
 * iterator at the end, whatever the status. A failed bio transfers nothing but what its fault says.
 */
public final class SimulatedDisk implements BlockDevice {

  private final DiskSpec spec;
  private final Simulation simulation;
  private final Surface surface;
  private final DiskFaults faults;
  private final Arrivals arrivals = new Arrivals();
  private final ArrayDeque<Bio> held = new ArrayDeque<>();
  private final FaultDecision decision = new FaultDecision();
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
  private long bios;
  private long failed;
  private long sectorsRead;
  private long sectorsWritten;

  /**
   * Makes a disk.
   *
   * @param memory where the vectors of bios are
   * @param medium what the disk holds
   * @param faults decides what becomes of bios
   * @param tables those of the world
   */
  public SimulatedDisk(
      DiskSpec spec,
      Simulation simulation,
      Memory memory,
      SectorStore medium,
      DiskFaults faults,
      LatencyTables tables) {
    this.spec = spec;
    this.simulation = simulation;
    surface = new Surface(memory.contents(), medium);
    this.faults = faults;
    latencies = simulation.choices().stream(spec.name() + "/latency");
    readLatency = LatencySampler.of(spec.read(), tables);
    writeLatency = LatencySampler.of(spec.write(), tables);
    flushLatency = LatencySampler.of(spec.flush(), tables);
  }

  @Override
  public int id() {
    return spec.id();
  }

  @Override
  public String name() {
    return spec.name();
  }

  @Override
  public long sectors() {
    return spec.sectors();
  }

  @Override
  public QueueLimits limits() {
    return spec.limits();
  }

  /** What the disk holds, at positions in bytes from its begin. */
  public SectorStore medium() {
    return surface.medium();
  }

  /** Bios submitted so far. */
  public long bios() {
    return bios;
  }

  /** Bios that ended with an error so far. */
  public long failed() {
    return failed;
  }

  /** Sectors that were moved into memory. */
  public long sectorsRead() {
    return sectorsRead;
  }

  /** Sectors that were moved from memory; discards and write-zeroes do not count. */
  public long sectorsWritten() {
    return sectorsWritten;
  }

  /** The bios that reached the driver so far, by kind. */
  public Arrivals arrivals() {
    return arrivals;
  }

  /** How many bios are kept until {@link #release}. */
  public int held() {
    return held.size();
  }

  @Override
  public boolean hasWriteCache() {
    return spec.cache() == CacheMode.WRITE_BACK;
  }

  @Override
  public void submit(Bio bio) {
    bios++;
    if (BlockLayer.isPastEnd(bio, sectors()) || BlockLayer.isUnsupported(bio, this)) {
      failed++;
    }
    if (!BlockLayer.passes(bio, this)) {
      return;
    }
    if (spec.hold() == HoldOrder.NONE) {
      arrive(bio);
    } else {
      held.addLast(bio);
    }
  }

  /**
   * Serves kept bios in the order that the disk is made for; see {@link #release(HoldOrder, int)}.
   */
  public void release() {
    release(spec.hold(), Integer.MAX_VALUE);
  }

  /**
   * Serves bios that were kept; those left keep their order. What comes meanwhile waits for the
   * next release.
   *
   * @param order from which side they are taken
   * @param most how many
   */
  public void release(HoldOrder order, int most) {
    int count = Math.min(most, held.size());
    List<Bio> released = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      released.add(order == HoldOrder.LIFO ? held.removeLast() : held.removeFirst());
    }
    released.forEach(this::arrive);
  }

  private void arrive(Bio bio) {
    arrivals.count(bio);
    decision.clear();
    if (spec.aligned() && !isAligned(bio)) {
      decision.fail(BlockStatus.IOERR);
    } else {
      faults.arrived(bio, decision);
    }
    int slot = slots.take(bio, decision);
    if (serving < spec.queueDepth()) {
      serve(slot);
      finishAllDue();
    } else {
      waiting.add(slot);
      simulation.record(EventKind.QUEUE, bio.number(), id(), waiting.size(), 0, 0);
    }
  }

  private boolean isAligned(Bio bio) {
    long block = limits().logicalBlockBytes();
    boolean empty = bio.bytes() == 0;
    return empty || (Sectors.toBytes(bio.sector()) % block == 0 && bio.bytes() % block == 0);
  }

  private void serve(int slot) {
    serving++;
    Bio bio = slots.bio(slot);
    simulation.record(EventKind.ISSUE, bio.number(), id(), slot, waiting.size(), 0);
    long latency = latencyOf(bio).sample(latencies);
    if (latency == 0) {
      due.add(slot);
    } else {
      simulation.schedule(latency, served, slot);
    }
  }

  private LatencySampler latencyOf(Bio bio) {
    if (bio.bytes() == 0 && RequestFlag.PREFLUSH.in(bio.flags())) {
      return flushLatency;
    }
    return bio.op() == RequestOp.READ ? readLatency : writeLatency;
  }

  private void finishDue(int slot) {
    due.add(slot);
    finishAllDue();
  }

  private void finishAllDue() {
    if (finishing) {
      return;
    }
    finishing = true;
    try {
      while (due.size() > 0) {
        finish(due.remove());
      }
    } finally {
      finishing = false;
    }
  }

  private void finish(int slot) {
    Bio bio = slots.bio(slot);
    BlockStatus status = slots.status(slot);
    transfer(bio, slots.transfer(slot), slots.replacement(slot));
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

  private void transfer(Bio bio, int bytes, @Nullable Transfer instead) {
    if (instead != null && bytes == bio.bytes()) {
      instead.run(bio, surface);
    } else if (bytes > 0) {
      transfer(bio, bytes);
    }
  }

  private void transfer(Bio bio, int bytes) {
    switch (bio.op()) {
      case READ -> {
        surface.load(bio, 0, bytes, bio.sector());
        sectorsRead += Sectors.ofBytes(bytes);
      }
      case WRITE -> {
        surface.store(bio, 0, bytes, bio.sector());
        sectorsWritten += Sectors.ofBytes(bytes);
        tellIfWhole(bio, bytes);
      }
      case DISCARD -> surface.zero(bio.sector(), bytes);
      case WRITE_ZEROES -> {
        surface.zero(bio.sector(), bytes);
        tellIfWhole(bio, bytes);
      }
    }
  }

  private void tellIfWhole(Bio bio, int bytes) {
    if (bytes == bio.bytes()) {
      faults.written(bio);
    }
  }
}
