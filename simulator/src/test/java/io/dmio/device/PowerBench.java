package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.sim.Branches;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A disk whose power fails, and words for what it holds. Bios are numbered from 0. */
final class PowerBench {

  static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  static final int FUA = RequestFlag.FUA.bit();
  static final long WRITE_NANOS = 100;
  static final long FLUSH_NANOS = 1_000;

  final DiskBench bench;
  final SimulatedDisk disk;
  final List<String> damaged = new ArrayList<>();

  /** What a test may want to have otherwise. */
  record Setup(
      CacheSpec cache,
      int unitBytes,
      int physicalBytes,
      int queueDepth,
      HoldOrder hold,
      LatencySpec write,
      DiskFaults faults,
      PayloadMode payload,
      long seed) {

    static Setup cached() {
      return with(CacheSpec.of(CacheMode.WRITE_BACK));
    }

    static Setup with(CacheSpec cache) {
      return new Setup(
          cache,
          Sectors.SIZE,
          Sectors.SIZE,
          Integer.MAX_VALUE,
          HoldOrder.NONE,
          new LatencySpec.Fixed(WRITE_NANOS),
          DiskFaults.NONE,
          PayloadMode.TAGS,
          7);
    }

    Setup blocks(int unit, int physical) {
      return new Setup(cache, unit, physical, queueDepth, hold, write, faults, payload, seed);
    }

    Setup queue(int depth) {
      return new Setup(cache, unitBytes, physicalBytes, depth, hold, write, faults, payload, seed);
    }

    Setup holding(HoldOrder order) {
      return new Setup(
          cache, unitBytes, physicalBytes, queueDepth, order, write, faults, payload, seed);
    }

    Setup latency(LatencySpec latency) {
      return new Setup(
          cache, unitBytes, physicalBytes, queueDepth, hold, latency, faults, payload, seed);
    }

    Setup faults(DiskFaults rules) {
      return new Setup(
          cache, unitBytes, physicalBytes, queueDepth, hold, write, rules, payload, seed);
    }

    Setup run(PayloadMode mode, long number) {
      return new Setup(
          cache, unitBytes, physicalBytes, queueDepth, hold, write, faults, mode, number);
    }
  }

  PowerBench(Setup setup) {
    bench = new DiskBench(setup.payload(), setup.seed());
    DiskSpec spec = spec(setup);
    disk =
        new SimulatedDisk(
            spec,
            bench.simulation,
            bench.memory,
            SectorStore.create(setup.payload(), bench.tags, spec.content()),
            setup.faults(),
            new LatencyTables(),
            (device, first, count, rule) ->
                damaged.add(rule + ":" + device + "@" + first + "+" + count));
  }

  private static DiskSpec spec(Setup setup) {
    LatencySpec read = new LatencySpec.Fixed(10);
    LatencySpec flush = new LatencySpec.Fixed(FLUSH_NANOS);
    return DiskSpec.builder(3, "d", 64)
        .pattern(5)
        .latency(new LatencyProfile(read, setup.write(), flush))
        .queueDepth(setup.queueDepth())
        .limits(
            new QueueLimits(
                Long.MAX_VALUE, Integer.MAX_VALUE, Sectors.SIZE, setup.physicalBytes(), 64, 64))
        .hold(setup.hold())
        .cache(setup.cache())
        .atomicWriteBytes(setup.unitBytes())
        .build();
  }

  /** Submits a write. */
  PowerBench begin(long sector, int sectors) {
    return begin(RequestOp.WRITE, 0, sector, sectors);
  }

  PowerBench begin(RequestOp op, int flags, long sector, int sectors) {
    bench.bio(op, flags, sector, sectors).submitTo(disk);
    return this;
  }

  /** Writes, and all that was under way ends. */
  PowerBench write(long sector, int sectors) {
    return begin(sector, sectors).settle();
  }

  PowerBench flush() {
    return begin(RequestOp.WRITE, PREFLUSH, 0, 0).settle();
  }

  PowerBench settle() {
    bench.simulation.run();
    return this;
  }

  /** Lets time pass, and no more. */
  PowerBench pass(long nanos) {
    long until = bench.simulation.now() + nanos;
    bench.simulation.schedule(nanos, argument -> {}, 0);
    bench.simulation.runUntil(() -> bench.simulation.now() >= until);
    return this;
  }

  PowerBench cut(Survival how) {
    disk.cutPower(how, false, new Branches());
    return this;
  }

  /** Which bio wrote what sectors hold: its number, - for none, 0s for zeroes. */
  String holds(long first, int count) {
    List<String> words = new ArrayList<>();
    for (long sector = first; sector < first + count; sector++) {
      words.add(word(sector));
    }
    return String.join(" ", words);
  }

  private String word(long sector) {
    long tag = disk.medium().tag(sector);
    if (tag == DiskBench.initial().tag(sector)) {
      return "-";
    }
    return tag == Tags.ZERO ? "0s" : String.valueOf(Tags.writeOf(tag) - 1);
  }

  /** How a read of one sector ends. */
  String read(long sector) {
    return bench.read(disk, sector);
  }

  /** Number and status of the bios that have ended, in order. */
  List<String> ended() {
    return bench.ended.stream().map(end -> end.bio() + " " + end.status()).toList();
  }

  /** What sectors hold after each way in which a cut may end. */
  static List<String> everyWay(Supplier<PowerBench> story, long first, int count) {
    List<String> found = new ArrayList<>();
    Branches branches = new Branches();
    do {
      PowerBench power = story.get();
      power.disk.cutPower(Survival.EACH, false, branches);
      found.add(power.holds(first, count));
    } while (branches.next());
    return found;
  }

  /** A bio whose data is a copy of another's. */
  Bio again(Bio other, long sector) {
    Bio bio = new Bio();
    bio.prepare(RequestOp.WRITE, 0, sector, 1, 1);
    bio.add(other.vecAddress(0), other.vecLength(0));
    bio.own(done -> {}, 0);
    return bio;
  }
}
