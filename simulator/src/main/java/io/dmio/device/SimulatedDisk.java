package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockLayer;
import io.dmio.block.BlockStatus;
import io.dmio.block.Memory;
import io.dmio.block.QueueLimits;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.sim.Branches;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

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
 * <p>With a write-back cache a write has ended when it is in the cache. A flush takes the latency
 * of flushes, whatever there is to flush, and what had ended when it arrived is durable when it
 * ends. PREFLUSH with data is a flush and then the data; FUA is the data, durable when the bio
 * ends, and on a disk that cannot do FUA the data and then a flush of all that has ended by then.
 * Each of these stages has its latency, drawn when it begins. What the cache pushes out it does in
 * no time. A bio that fails makes nothing durable, but for the flush before its data.
 *
 * <p>When power fails the data of writes that were being served may be on the medium as well, in
 * the order of service; that of writes that waited, or whose flush before the data was not over,
 * never. See {@link WriteCache} and {@link PowerLoss} for what is allowed.
 *
 * <p>A bio past the end of the disk is failed by the block layer: faults, queue and driver do not
 * see it, and its iterator stays. An empty flush of a disk without a write-back cache is done by
 * the block layer, whatever the state of the disk. Of all others the driver {@link
 * DriverKind#REQUEST} leaves the iterator at the end, whatever the status. A failed bio transfers
 * nothing but what its fault says.
 */
public final class SimulatedDisk implements BlockDevice {

  private final DiskSpec spec;
  private final DiskMedia media;
  private final DiskFaults faults;
  private final DiskData data;
  private final DiskService service;
  private final DiskPower power;
  private final Arrivals arrivals = new Arrivals();
  private final ArrayDeque<Bio> held = new ArrayDeque<>();
  private long bios;
  private long refused;

  /** Makes a disk of which nobody has to know what cannot be trusted. */
  public SimulatedDisk(
      DiskSpec spec,
      Simulation simulation,
      Memory memory,
      SectorStore medium,
      DiskFaults faults,
      LatencyTables tables) {
    this(spec, simulation, memory, medium, faults, tables, DamageListener.NONE);
  }

  /**
   * Makes a disk.
   *
   * @param memory where the vectors of bios are
   * @param medium what the disk holds
   * @param faults decides what becomes of bios
   * @param tables those of the world
   * @param damage hears which sectors cannot be trusted
   */
  public SimulatedDisk(
      DiskSpec spec,
      Simulation simulation,
      Memory memory,
      SectorStore medium,
      DiskFaults faults,
      LatencyTables tables,
      DamageListener damage) {
    this.spec = spec;
    this.faults = faults;
    WriteCache cache = spec.cache().isWriteBack() ? WriteCache.of(spec, medium) : null;
    media = new DiskMedia(memory.contents(), medium, cache);
    data = new DiskData(media, faults);
    service = new DiskService(spec, simulation, media, data, cache, damage, tables);
    power = new DiskPower(spec, simulation, media, damage);
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
    return media.medium();
  }

  /** Bios submitted so far. */
  public long bios() {
    return bios;
  }

  /** Bios that ended with an error so far. */
  public long failed() {
    return refused + service.failed();
  }

  /** Sectors that were moved into memory. */
  public long sectorsRead() {
    return data.sectorsRead();
  }

  /** Sectors that were moved from memory; discards and write-zeroes do not count. */
  public long sectorsWritten() {
    return data.sectorsWritten();
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
    return spec.cache().isWriteBack();
  }

  /** What power cuts have done to it, the first {@link PowerCutRecord#MOST_CUTS} of them. */
  public List<PowerCutRecord> powerCuts() {
    return power.cuts();
  }

  /** Whether bios reach it: it has power, and the path to it is there. */
  public boolean accepts() {
    return power.accepts();
  }

  @Override
  public void submit(Bio bio) {
    bios++;
    BlockStatus refusal = BlockLayer.refusal(bio, this);
    if (refusal != BlockStatus.OK) {
      refused++;
      bio.end(refusal);
      return;
    }
    if (!BlockLayer.needsDriver(bio, this)) {
      return;
    }
    if (!power.accepts()) {
      refuse(bio);
      service.finishAllDue();
    } else if (spec.hold() == HoldOrder.NONE) {
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

  /**
   * Power fails. Bios in the disk end OFFLINE, in the order in which they came, and those that come
   * until {@link #powerOn} do so at once. What the disk holds from now on is decided first; without
   * power nothing changes any more.
   *
   * <p>The memory of bios that are being served is read, so it must still be there.
   *
   * @param how what survives
   * @param hostGone whether the owners of the bios are gone: then the bios never end
   * @param branches makes the choices of {@link Survival#EACH}
   * @throws IllegalStateException while a bio of the disk is ending
   */
  public void cutPower(Survival how, boolean hostGone, Branches branches) {
    requireIdle();
    if (power.isPowered()) {
      power.cut(how, hostGone, inside(), branches, service::tryInFlight);
    }
    if (hostGone) {
      service.forgetAll();
      held.clear();
    } else {
      failAll();
    }
  }

  /** Power returns: bios are taken again. */
  public void powerOn() {
    power.restore();
  }

  /**
   * The path to the disk is interrupted: its bios, and all that come until {@link #online}, end
   * OFFLINE. Writes that were being served are not done; what is cached stays cached.
   *
   * @throws IllegalStateException while a bio of the disk is ending
   */
  public void offline() {
    requireIdle();
    power.goOffline(inside());
    failAll();
  }

  /** The path is there again. */
  public void online() {
    power.goOnline();
  }

  private int inside() {
    return service.bios() + held.size();
  }

  private void requireIdle() {
    if (service.isFinishing()) {
      throw new IllegalStateException(name() + " is just ending a bio");
    }
  }

  private void failAll() {
    service.failAll(BlockStatus.OFFLINE);
    while (!held.isEmpty()) {
      refuse(held.removeFirst());
    }
    service.finishAllDue();
  }

  private void refuse(Bio bio) {
    service.refuse(bio, BlockStatus.OFFLINE);
  }

  private void arrive(Bio bio) {
    arrivals.count(bio);
    DiskCommand command = service.take(bio);
    if (spec.aligned() && !isAligned(bio)) {
      command.fail(BlockStatus.IOERR);
    } else {
      faults.arrived(bio, command);
    }
    service.arrive(command);
  }

  private boolean isAligned(Bio bio) {
    long block = limits().logicalBlockBytes();
    boolean empty = bio.bytes() == 0;
    return empty || (Sectors.toBytes(bio.sector()) % block == 0 && bio.bytes() % block == 0);
  }
}
