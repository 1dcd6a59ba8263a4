package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
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
 * iterator at the end, whatever the status. A failed bio transfers nothing.
 */
public final class SimulatedDisk implements BlockDevice {

  private final DiskSpec spec;
  private final Simulation simulation;
  private final SectorStore memory;
  private final SectorStore medium;
  private final DiskFaults faults;
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
    this.memory = memory.contents();
    this.medium = medium;
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
    return medium;
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

  @Override
  public void submit(Bio bio) {
    bios++;
    if (isPastEnd(bio)) {
      failed++;
      bio.end(BlockStatus.IOERR);
      return;
    }
    decision.clear();
    faults.arrived(bio, decision);
    int slot = slots.take(bio, decision.status());
    if (serving < spec.queueDepth()) {
      serve(slot);
      finishAllDue();
    } else {
      waiting.add(slot);
      simulation.record(EventKind.QUEUE, bio.number(), id(), waiting.size(), 0, 0);
    }
  }

  private boolean isPastEnd(Bio bio) {
    if (bio.bytes() == 0) {
      return false;
    }
    long count = Sectors.divideRoundingUp(bio.bytes(), Sectors.SIZE);
    return bio.sector() < 0 || bio.sector() > sectors() - count;
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
    slots.giveBack(slot);
    if (status == BlockStatus.OK) {
      transfer(bio);
    } else {
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

  private void transfer(Bio bio) {
    if (bio.bytes() == 0) {
      return;
    }
    long position = Sectors.toBytes(bio.sector());
    switch (bio.op()) {
      case READ -> {
        copyToMemory(bio, position);
        sectorsRead += bio.sectorCount();
      }
      case WRITE -> {
        copyToMedium(bio, position);
        sectorsWritten += bio.sectorCount();
        faults.written(bio);
      }
      case DISCARD -> medium.zero(position, bio.bytes());
      case WRITE_ZEROES -> {
        medium.zero(position, bio.bytes());
        faults.written(bio);
      }
    }
  }

  private void copyToMedium(Bio bio, long begin) {
    long position = begin;
    for (int vec = 0; vec < bio.vecCount(); vec++) {
      medium.copyFrom(memory, bio.vecAddress(vec), position, bio.vecLength(vec));
      position += bio.vecLength(vec);
    }
  }

  private void copyToMemory(Bio bio, long begin) {
    long position = begin;
    for (int vec = 0; vec < bio.vecCount(); vec++) {
      memory.copyFrom(medium, position, bio.vecAddress(vec), bio.vecLength(vec));
      position += bio.vecLength(vec);
    }
  }
}
