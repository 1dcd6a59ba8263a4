package io.dmio.testbed;

import io.dmio.block.BlockStatus;
import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.CacheMode;
import io.dmio.device.CacheSpec;
import io.dmio.device.DiskSpec;
import io.dmio.device.DriverKind;
import io.dmio.device.HoldOrder;
import io.dmio.device.LatencyProfile;
import io.dmio.device.LatencySpec;
import io.dmio.device.Survival;
import io.dmio.engine.Dialect;
import io.dmio.fault.Ending;
import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.fault.FaultSpec;
import io.dmio.fault.Misdirection;
import io.dmio.fault.SilentKind;
import io.dmio.fault.Trigger;
import io.dmio.mapper.FlakeyFaults;
import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TargetSpec;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.sim.Limits;
import io.dmio.sim.Probability;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import io.dmio.testbed.WorldEvent.Action;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.DataSpec;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import io.dmio.workload.TaskSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A random world of few sectors, where everything meets: disks with all kinds of caches, drivers
 * and queues, stacks of all targets, lies, media errors, power cuts, crashes, and calls that
 * overlap.
 */
final class RandomStack {

  private static final int SECTORS = 64;
  private static final int OF_TABLES = 32;
  private static final int TIME = 2_000;

  private final RandomStream random;
  private final boolean linux;
  private final int disks;
  private final List<TableSpec> tables = new ArrayList<>();
  private final List<FaultSpec> faults = new ArrayList<>();
  private int calls;

  private RandomStack(long seed) {
    random = new SeededChoices(seed).stream("stack");
    linux = chance(2);
    disks = 1 + below(3);
  }

  /** The world of a seed; equal seeds give equal worlds. */
  static WorldSpec of(long seed, PayloadMode payload) {
    return new RandomStack(seed).world(seed, payload);
  }

  private WorldSpec world(long seed, PayloadMode payload) {
    List<DiskSpec> specs = new ArrayList<>();
    for (int i = 0; i < disks; i++) {
      specs.add(disk(i));
    }
    for (int i = below(4); i > 0; i--) {
      tables.add(table());
    }
    List<TaskSpec> tasks = new ArrayList<>();
    for (int boot = 1; boot <= 2; boot++) {
      for (int i = 1 + below(2); i > 0; i--) {
        tasks.add(new TaskSpec(tasks.size(), "t" + tasks.size(), boot, steps()));
      }
    }
    for (int i = below(4); i > 0; i--) {
      faults.add(fault());
    }
    List<WorldEvent> events = new ArrayList<>();
    for (int i = below(4); i > 0; i--) {
      events.add(event(events.size()));
    }
    return new WorldSpec(
        "stack",
        seed,
        new Limits(10_000_000_000L, 100_000),
        payload,
        engine(),
        specs,
        tables,
        faults,
        tasks,
        events,
        List.of(),
        RunExpectation.NONE);
  }

  private EngineSpec engine() {
    return linux
        ? new EngineSpec(
            Dialect.LINUX_6_1, 0, false, List.of(new EngineSpec.ClientSpec("main", 16, 16)))
        : new EngineSpec(Dialect.CLASSIC, 16, chance(3), List.of());
  }

  private DiskSpec disk(int number) {
    int unit = chance(3) ? 4096 : 512;
    long size = chance(2) ? CacheSpec.UNLIMITED : 4096L * (1 + below(4));
    LatencySpec data = chance(4) ? LatencySpec.NONE : new LatencySpec.Uniform(0, 400);
    LatencySpec flush = chance(2) ? data : new LatencySpec.Uniform(50, 300);
    long most = chance(3) ? 8 + below(5) : Long.MAX_VALUE;
    QueueLimits limits =
        new QueueLimits(
            most, Integer.MAX_VALUE, 512, chance(4) ? 4096 : 512, below(2) * 64L, below(2) * 5L);
    return DiskSpec.builder(number, "d" + number, SECTORS)
        .pattern(chance(2) ? 0 : 7)
        .latency(new LatencyProfile(data, data, flush))
        .queueDepth(1 + below(6))
        .driver(chance(3) ? DriverKind.REQUEST : DriverKind.BIO)
        .limits(limits)
        .hold(HoldOrder.NONE)
        .cache(new CacheSpec(CacheMode.values()[chance(3) ? below(2) : 2], size, chance(2)))
        .atomicWriteBytes(unit)
        .build();
  }

  private TableSpec table() {
    int id = disks + tables.size();
    List<TableSpec.Line> lines = new ArrayList<>();
    int first = 0;
    while (first < OF_TABLES) {
      int count = Math.min(OF_TABLES - first, 8 * (1 + below(3)));
      lines.add(new TableSpec.Line(first, count, target(count)));
      first += count;
    }
    return new TableSpec(id, "m" + id, lines);
  }

  private TargetSpec target(int count) {
    return switch (below(12)) {
      case 0 -> new TargetSpec.Failing();
      case 1 -> new TargetSpec.Zero();
      case 2, 3 -> striped(count);
      case 4, 5 -> delay(count);
      case 6, 7, 8 -> new TargetSpec.Flakey(lower(count), chance(6) ? 1 : 0, 1, flakey());
      case 9 -> new TargetSpec.Dust(lower(count), 1 << below(3));
      default -> new TargetSpec.Linear(lower(count));
    };
  }

  private TargetSpec striped(int count) {
    int legs = chance(2) ? 2 : 1;
    List<Lower> lower = new ArrayList<>();
    for (int i = 0; i < legs; i++) {
      lower.add(lower(count / legs));
    }
    return new TargetSpec.Striped(4, lower);
  }

  private TargetSpec delay(int count) {
    int lanes = 1 + below(3);
    TargetSpec.Delay.Lane read = lane(count);
    TargetSpec.Delay.Lane write = lanes > 1 ? lane(count) : read;
    return new TargetSpec.Delay(read, write, lanes > 2 ? lane(count) : write, lanes);
  }

  private TargetSpec.Delay.Lane lane(int count) {
    return new TargetSpec.Delay.Lane(lower(count), below(3) * 300L);
  }

  /** A place for so many sectors on a disk or on a table before this. */
  private Lower lower(int count) {
    int device = below(disks + tables.size());
    int size = device < disks ? SECTORS : OF_TABLES;
    return new Lower(device, below(size - count + 1));
  }

  private FlakeyFaults flakey() {
    return switch (below(6)) {
      case 0 -> FlakeyFaults.ERROR;
      case 1 -> FlakeyFaults.ERROR_WRITES;
      case 2, 3 -> FlakeyFaults.DROP_WRITES;
      default ->
          FlakeyFaults.corrupting(new FlakeyFaults.CorruptByte(below(3000), chance(2), below(256)));
    };
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!linux) {
      steps.add(new Step.Get(4, CallExpectation.NONE));
    }
    for (int i = 4 + below(12); i > 0; i--) {
      switch (below(8)) {
        case 0 -> steps.add(new Step.Wait(null));
        case 1 -> steps.add(new Step.Sleep(Quantity.of(below(500))));
        default -> steps.add(call());
      }
    }
    return steps;
  }

  private Step call() {
    RequestOp op = op();
    List<RegionSpec> regions = new ArrayList<>();
    int longest = 0;
    for (int i = op == RequestOp.READ ? 1 : 1 + below(2); i > 0; i--) {
      RegionSpec region = region();
      longest = Math.max(longest, (int) region.count());
      regions.add(region);
    }
    int flags = linux ? flags(op) : 0;
    return new Step.Call(
        "c" + calls++,
        op,
        regions,
        new Step.Manner(chance(4), false, flags, 0, 0),
        new Step.Buffer(
            op == RequestOp.READ && chance(2) ? overlapping(longest) : MemorySpec.DEFAULT,
            DataSpec.OWN),
        CallExpectation.NONE,
        List.of());
  }

  private RequestOp op() {
    int dice = below(linux ? 10 : 8);
    return dice < 3
        ? RequestOp.READ
        : dice < 8 ? RequestOp.WRITE : dice == 8 ? RequestOp.DISCARD : RequestOp.WRITE_ZEROES;
  }

  private int flags(RequestOp op) {
    int preflush = chance(4) && op == RequestOp.WRITE ? RequestFlag.PREFLUSH.bit() : 0;
    int forced = chance(5) && op == RequestOp.WRITE ? RequestFlag.FUA.bit() : 0;
    return preflush | forced | (chance(9) ? RequestFlag.RAHEAD.bit() : 0);
  }

  private RegionSpec region() {
    int device = below(disks + tables.size());
    int size = device < disks ? SECTORS : OF_TABLES;
    int count = linux && chance(8) ? 0 : 1 + below(16);
    return new RegionSpec(device, below(size - count + 1), count);
  }

  /** Vectors of which the last has memory of the first. */
  private static MemorySpec overlapping(int sectors) {
    int head = Math.max(1, sectors - 1) * 512;
    return new MemorySpec.Bvec(
        List.of(new MemorySpec.Vec(0, 0, head), new MemorySpec.Vec(0, 0, 512)), 0);
  }

  private FaultSpec fault() {
    int number = faults.size();
    Probability probability = Probability.of(BigInteger.ONE, BigInteger.valueOf(1 + below(4)));
    Trigger trigger =
        new Trigger(0, Long.MAX_VALUE, 0, 0, probability, false, null, 0, null, Long.MAX_VALUE, -1);
    int first = below(SECTORS - 8);
    List<Extent> extents = List.of(new Extent(below(disks), first, 8 + below(SECTORS - 8 - first)));
    if (chance(2)) {
      Set<FaultOp> ops = chance(2) ? Set.of(FaultOp.FLUSH) : Set.of(FaultOp.READ, FaultOp.WRITE);
      Ending ending = new Ending(chance(2) ? Ending.Kind.AT_ONCE : Ending.Kind.ON_WRITE, 0);
      return new FaultSpec.MediaError(
          number, "f" + number, extents, ops, trigger, ending, BlockStatus.MEDIUM);
    }
    SilentKind kind = silent();
    Ending ending = new Ending(Ending.Kind.AT_ONCE, 0);
    return new FaultSpec.Silent(number, "f" + number, extents, kind.ops(), trigger, ending, kind);
  }

  private SilentKind silent() {
    Misdirection to = new Misdirection(Misdirection.ANYWHERE, below(SECTORS), SECTORS);
    return switch (below(10)) {
      case 0 -> new SilentKind.LostWrite();
      case 1 -> new SilentKind.MisdirectedWrite(to);
      case 2 -> new SilentKind.MisdirectedRead(to);
      case 3 -> new SilentKind.StaleRead();
      case 4 -> new SilentKind.BitFlip(1 + below(3), chance(2));
      case 5 -> new SilentKind.ZeroedSector();
      case 6 -> new SilentKind.FlushLie();
      case 7 -> new SilentKind.IgnoredFua();
      default ->
          new SilentKind.TornWrite(
              SilentKind.Unit.values()[below(3)],
              SilentKind.Keeps.values()[below(3)],
              SilentKind.Rest.values()[below(3)]);
    };
  }

  private WorldEvent event(int number) {
    return new WorldEvent(number, "e" + number, new When.At(below(TIME)), action());
  }

  private Action action() {
    Survival survival = Survival.values()[below(4)];
    List<Integer> some = List.of(below(disks));
    return switch (below(6)) {
      case 0 -> new Action.CrashHost(survival, chance(4) ? -1 : below(500));
      case 1 -> new Action.Offline(some);
      case 2 -> new Action.Online(some);
      default -> new Action.PowerCut(some, survival, chance(5) ? -1 : below(500));
    };
  }

  private boolean chance(int in) {
    return below(in) == 0;
  }

  private int below(int bound) {
    return (int) random.below(bound);
  }
}
