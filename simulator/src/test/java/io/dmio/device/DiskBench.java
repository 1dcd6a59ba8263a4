package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.EndBio;
import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.sim.BinaryHeap;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.Moments;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;

/** A simulation with memory, and bios that tell when and how they ended. */
public final class DiskBench {
  /** Sectors of a disk. */
  public static final long SECTORS = 4096;

  public static final QueueLimits LIMITS =
      new QueueLimits(
          Long.MAX_VALUE,
          Integer.MAX_VALUE,
          Sectors.SIZE,
          Sectors.SIZE,
          Long.MAX_VALUE,
          Long.MAX_VALUE);

  public final Simulation simulation;
  public final Moments moments;
  public final Tags tags = new Tags();
  public final Memory memory;
  public final List<Ended> ended = new ArrayList<>();
  private final PayloadMode mode;
  private int bios;

  /** How and when a bio ended. */
  public record Ended(int bio, long time, String status, int residual) {}

  public DiskBench() {
    this(PayloadMode.TAGS, 7);
  }

  public DiskBench(PayloadMode mode, long seed) {
    this(mode, seed, LogMode.FULL);
  }

  public DiskBench(PayloadMode mode, long seed, LogMode log) {
    this.mode = mode;
    simulation =
        new Simulation(
            new BinaryHeap(),
            new SeededChoices(seed),
            new EventLog(log),
            new Limits(Long.MAX_VALUE, Long.MAX_VALUE));
    moments = new Moments(simulation);
    memory = new Memory(mode, tags);
  }

  /** A spec without latency and limits, which takes discards and write-zeroes of any size. */
  public static DiskSpec spec() {
    return spec(LatencySpec.NONE, Integer.MAX_VALUE, DriverKind.BIO);
  }

  public static DiskSpec spec(LatencySpec latency, int queueDepth, DriverKind driver) {
    return DiskSpec.builder(0, "d", SECTORS)
        .pattern(5)
        .latency(latency)
        .queueDepth(queueDepth)
        .driver(driver)
        .limits(LIMITS)
        .build();
  }

  /** The same disk with a volatile write cache, so that flushes reach its driver. */
  public static DiskSpec cached(DiskSpec spec) {
    return spec.change().cache(CacheMode.WRITE_BACK).build();
  }

  public SimulatedDisk disk(DiskSpec spec, DiskFaults faults) {
    return new SimulatedDisk(
        spec,
        simulation,
        memory,
        SectorStore.create(mode, tags, spec.content()),
        faults,
        new LatencyTables());
  }

  public SimulatedDisk disk(DiskFaults faults) {
    return disk(spec(), faults);
  }

  /** A bio over fresh memory, whose sectors hold stamps of the bio's number. */
  public Bio bio(RequestOp op, int flags, long sector, int sectors) {
    return bio(op, flags, sector, sectors, bio -> {});
  }

  public Bio bio(RequestOp op, int flags, long sector, int sectors, EndBio then) {
    Bio bio = new Bio();
    bio.prepare(op, flags, sector, 8, 8);
    bio.number(bios++, 0, 0);
    if (op.hasData() && sectors > 0) {
      fill(bio, sectors);
    } else {
      bio.resizeTo((int) Sectors.toBytes(sectors));
    }
    bio.own(
        done -> {
          ended.add(
              new Ended(done.number(), simulation.now(), done.status().name(), done.residual()));
          then.ended(done);
        },
        0);
    return bio;
  }

  private void fill(Bio bio, int sectors) {
    long address = memory.allocate((sectors + 7) / 8);
    for (int i = 0; i < sectors; i++) {
      memory.contents().setTag(Sectors.ofBytes(address) + i, Tags.stamp(bio.number() + 1, i));
    }
    bio.add(address, sectors * Sectors.SIZE);
  }

  /** Submits, and handles events until nothing is left. */
  public Ended run(BlockDevice device, RequestOp op, long sector, int sectors) {
    return run(device, bio(op, 0, sector, sectors));
  }

  public Ended run(BlockDevice device, Bio bio) {
    bio.submitTo(device);
    simulation.run();
    return ended.get(ended.size() - 1);
  }

  public String read(BlockDevice device, long sector) {
    return run(device, RequestOp.READ, sector, 1).status();
  }

  public String write(BlockDevice device, long sector) {
    return run(device, RequestOp.WRITE, sector, 1).status();
  }

  /** Lets virtual time pass. */
  public void sleep(long nanos) {
    simulation.schedule(nanos, argument -> {}, 0);
    simulation.run();
  }

  /** What the first vector of a bio holds. */
  public List<Long> held(Bio bio) {
    List<Long> held = new ArrayList<>();
    for (int i = 0; i < bio.vecLength(0) / Sectors.SIZE; i++) {
      held.add(memory.contents().tag(Sectors.ofBytes(bio.vecAddress(0)) + i));
    }
    return held;
  }

  /** The records of one kind, as {@code subject detail a b c}. */
  public List<String> records(EventKind kind) {
    EventLog log = simulation.log();
    List<String> records = new ArrayList<>();
    for (long i = log.first(); i < log.count(); i++) {
      if (log.kind(i) == kind) {
        records.add(
            log.subject(i)
                + " "
                + log.detail(i)
                + " "
                + log.a(i)
                + " "
                + log.b(i)
                + " "
                + log.c(i));
      }
    }
    return records;
  }

  /** The content that a disk of {@link #spec} starts with. */
  public static SectorContent initial() {
    return spec().content();
  }
}
