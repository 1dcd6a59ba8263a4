package io.dmio.testbed;

import io.dmio.block.BlockStatus;
import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.device.CacheMode;
import io.dmio.device.DiskSpec;
import io.dmio.device.DiskSpecBuilder;
import io.dmio.device.DriverKind;
import io.dmio.device.HoldOrder;
import io.dmio.device.LatencySpec;
import io.dmio.engine.Dialect;
import io.dmio.fault.Ending;
import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.fault.FaultSpec;
import io.dmio.fault.SilentKind;
import io.dmio.fault.Trigger;
import io.dmio.mapper.TableSpec;
import io.dmio.sim.Limits;
import io.dmio.sim.Probability;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.DataSpec;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import io.dmio.workload.TaskSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds worlds for tests. Disks are numbered in the order of their making. */
final class WorldSpecs {

  static final long DISK_SECTORS = 131_072;
  static final LatencySpec LATENCY = new LatencySpec.Fixed(80_000);

  private final List<DiskSpec> disks = new ArrayList<>();
  private List<TableSpec> tables = List.of();
  private final List<FaultSpec> faults = new ArrayList<>();
  private final List<TaskSpec> tasks = new ArrayList<>();
  private final List<WorldEvent> events = new ArrayList<>();
  private final List<Check> skipped = new ArrayList<>();
  private long seed = 1;
  private Limits limits = Limits.DEFAULT;
  private PayloadMode payload = PayloadMode.TAGS;
  private EngineSpec engine = EngineSpec.CLASSIC;
  private RunExpectation expect = RunExpectation.NONE;

  static WorldSpecs world() {
    return new WorldSpecs();
  }

  WorldSpecs disks(String... names) {
    for (String name : names) {
      disks.add(plain(name).build());
    }
    return this;
  }

  WorldSpecs disk(String name, LatencySpec latency, DriverKind driver, QueueLimits limits) {
    disks.add(plain(name).latency(latency).driver(driver).limits(limits).build());
    return this;
  }

  /** Two disks of random latency with bad sectors; the second takes requests, and small ones. */
  WorldSpecs unlikeDisks() {
    QueueLimits small = new QueueLimits(16, 2, 512, 512, 0, 0);
    return disk("a", new LatencySpec.Uniform(0, 200_000), DriverKind.BIO, QueueLimits.UNLIMITED)
        .disk("b", new LatencySpec.Uniform(0, 90_000), DriverKind.REQUEST, small)
        .bad(0, 100, 40, FaultOp.WRITE)
        .bad(1, 500, 10, FaultOp.READ, FaultOp.WRITE);
  }

  /** A disk without latency that takes requests of 9 sectors in 3 segments. */
  WorldSpecs narrow(String name) {
    QueueLimits limits = new QueueLimits(9, 3, 512, 512, 0, 0);
    return disk(name, LatencySpec.NONE, DriverKind.REQUEST, limits);
  }

  /** A disk that ends bios inside their submission. */
  WorldSpecs quickDisk(String name) {
    return disk(name, LatencySpec.NONE, DriverKind.BIO, QueueLimits.UNLIMITED);
  }

  /** A disk with a write cache, for operations of the dialect linux-6.1. */
  WorldSpecs cached(String name, QueueLimits limits) {
    disks.add(plain(name).pattern(7).limits(limits).cache(CacheMode.WRITE_BACK).build());
    return this;
  }

  /** A disk that holds its bios until it is told to serve them. */
  WorldSpecs holding(String name, HoldOrder order) {
    disks.add(plain(name).hold(order).build());
    return this;
  }

  private DiskSpecBuilder plain(String name) {
    return DiskSpec.builder(disks.size(), name, DISK_SECTORS).latency(LATENCY);
  }

  /** Something is done from outside; the event is called event-0, event-1, ... */
  WorldSpecs event(WorldEvent.When when, WorldEvent.Action action) {
    events.add(new WorldEvent(events.size(), "event-" + events.size(), when, action));
    return this;
  }

  /** The dialect linux-6.1 with these clients, of one io and one bio each. */
  WorldSpecs linux(String... clients) {
    List<EngineSpec.ClientSpec> specs =
        Stream.of(clients).map(name -> new EngineSpec.ClientSpec(name, 1, 1)).toList();
    engine = new EngineSpec(Dialect.LINUX_6_1, 0, false, specs);
    return this;
  }

  /** The sectors fail every such bio. */
  WorldSpecs bad(int device, long first, long count, FaultOp... ops) {
    return bad(device, first, count, Trigger.ALWAYS, ops);
  }

  WorldSpecs bad(int device, long first, long count, Trigger trigger, FaultOp... ops) {
    Set<FaultOp> which = EnumSet.copyOf(List.of(ops));
    faults.add(
        new FaultSpec.MediaError(
            faults.size(),
            "bad-" + faults.size(),
            List.of(new Extent(device, first, count)),
            which,
            trigger,
            Ending.NEVER,
            BlockStatus.MEDIUM));
    return this;
  }

  /** Everything on a disk that such a fault can hit is hit; the rule is called {@code silent-0}. */
  WorldSpecs silent(int device, SilentKind kind) {
    faults.add(
        new FaultSpec.Silent(
            faults.size(),
            "silent-" + faults.size(),
            List.of(new Extent(device, 0, DISK_SECTORS)),
            kind.ops(),
            Trigger.ALWAYS,
            Ending.AT_ONCE,
            kind));
    return this;
  }

  /** The allocator under a pool never has memory from a moment on. */
  WorldSpecs noMemory(String pool, String after) {
    Trigger always = Trigger.ALWAYS;
    Trigger trigger =
        new Trigger(
            0,
            Long.MAX_VALUE,
            0,
            0,
            always.probability(),
            false,
            after,
            0,
            null,
            Long.MAX_VALUE,
            -1);
    faults.add(
        new FaultSpec.AllocationFailure(
            faults.size(), "dry-" + faults.size(), pool, trigger, Ending.NEVER));
    return this;
  }

  /** The allocator under a pool fails by chance until some time. */
  WorldSpecs sometimesNoMemory(String pool, int percent, long untilNanos) {
    Probability chance = Probability.of(BigInteger.valueOf(percent), BigInteger.valueOf(100));
    Trigger trigger =
        new Trigger(0, untilNanos, 0, 0, chance, false, null, 0, null, Long.MAX_VALUE, -1);
    faults.add(
        new FaultSpec.AllocationFailure(
            faults.size(), "dry-" + faults.size(), pool, trigger, Ending.AT_ONCE));
    return this;
  }

  /** The allocator under a pool has no memory from the start. */
  WorldSpecs noMemoryAtAll(String pool) {
    faults.add(
        new FaultSpec.AllocationFailure(
            faults.size(), "dry-" + faults.size(), pool, Trigger.ALWAYS, Ending.NEVER));
    return this;
  }

  WorldSpecs task(String name, Step... steps) {
    tasks.add(new TaskSpec(tasks.size(), name, List.of(steps)));
    return this;
  }

  /** A task of a later boot. */
  WorldSpecs taskOf(int boot, String name, Step... steps) {
    tasks.add(new TaskSpec(tasks.size(), name, boot, List.of(steps)));
    return this;
  }

  WorldSpecs skip(Check... checks) {
    skipped.addAll(List.of(checks));
    return this;
  }

  WorldSpecs seed(long value) {
    seed = value;
    return this;
  }

  WorldSpecs limits(long timeNanos, long events) {
    limits = new Limits(timeNanos, events);
    return this;
  }

  /** How many of each may be under way at once. */
  WorldSpecs atOnce(int most) {
    limits = new Limits(limits.timeNanos(), limits.events(), most);
    return this;
  }

  WorldSpecs payload(PayloadMode mode) {
    payload = mode;
    return this;
  }

  WorldSpecs engine(int bios, boolean plug) {
    engine = new EngineSpec(Dialect.CLASSIC, bios, plug, List.of());
    return this;
  }

  WorldSpecs expect(RunExpectation expectation) {
    expect = expectation;
    return this;
  }

  WorldSpecs fails(Check check) {
    return expect(new RunExpectation(check, List.of(), null, List.of()));
  }

  WorldSpecs tables(TableSpec... stacked) {
    tables = List.of(stacked);
    return this;
  }

  WorldSpec build() {
    return new WorldSpec(
        "test", seed, limits, payload, engine, disks, tables, faults, tasks, events, skipped,
        expect);
  }

  RunResult run() {
    return Testbed.run(build(), RunOptions.PLAIN);
  }

  static Step verify(String id, RegionSpec region, String... holds) {
    return new Step.Verify(id, region, List.of(holds));
  }

  static Step get(int pages) {
    return new Step.Get(pages, CallExpectation.NONE);
  }

  static Step put(int pages) {
    return new Step.Put(pages, CallExpectation.NONE);
  }

  static RegionSpec at(int device, long sector, long count) {
    return new RegionSpec(device, sector, count);
  }

  /** Regions of 8 sectors in a row, as many as a call may have. */
  static RegionSpec[] sixtyFourRegions(int device) {
    return IntStream.range(0, 64).mapToObj(i -> at(device, 8L * i, 8)).toArray(RegionSpec[]::new);
  }

  static Step write(String id, RegionSpec... regions) {
    return call(id, RequestOp.WRITE, true, CallExpectation.NONE, MemorySpec.DEFAULT, regions);
  }

  static Step writeAsync(String id, RegionSpec... regions) {
    return call(id, RequestOp.WRITE, false, CallExpectation.NONE, MemorySpec.DEFAULT, regions);
  }

  static Step read(String id, RegionSpec... regions) {
    return call(id, RequestOp.READ, true, CallExpectation.NONE, MemorySpec.DEFAULT, regions);
  }

  static Step call(
      String id,
      RequestOp op,
      boolean sync,
      CallExpectation expect,
      MemorySpec memory,
      RegionSpec... regions) {
    return new Step.Call(
        id,
        op,
        List.of(regions),
        Step.Manner.of(sync),
        new Step.Buffer(memory, DataSpec.OWN),
        expect,
        List.of());
  }

  /** A call of the dialect linux-6.1: asynchronous, with flags, by a client. */
  static Step call(String id, RequestOp op, int flags, int client, RegionSpec... regions) {
    return new Step.Call(
        id,
        op,
        List.of(regions),
        new Step.Manner(false, false, flags, 3, client),
        Step.Buffer.DEFAULT,
        CallExpectation.NONE,
        List.of());
  }

  static Step waitFor(String name) {
    return new Step.Wait(name);
  }

  static Step waitForAll() {
    return new Step.Wait(null);
  }

  static Step load(
      LoadSpec.Pattern pattern, long calls, int depth, int copies, Integer... devices) {
    return new Step.Load(
        "load",
        new LoadSpec(
            new LoadSpec.Shape(pattern, 50, new Quantity(1, 32), Quantity.of(copies)),
            new LoadSpec.Area(Stream.of(devices).toList(), 0, 1024),
            LoadSpec.Pace.of(depth, calls),
            LoadSpec.Calls.ASYNC,
            0,
            false,
            "load"));
  }
}
