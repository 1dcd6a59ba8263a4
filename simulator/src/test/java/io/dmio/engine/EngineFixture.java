package io.dmio.engine;

import io.dmio.block.BioVec;
import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolSteps;
import io.dmio.mempool.PoolWatch;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An engine on memory, with an allocator that can be switched off. */
public final class EngineFixture {

  /** The world's core. */
  public final Simulation simulation =
      new Simulation(
          new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.FULL), Limits.DEFAULT);

  /** The host's memory. */
  public final Memory memory = new Memory(PayloadMode.TAGS, new Tags());

  /** The engine. */
  public final DmIoEngine engine;

  private boolean allocatorDead;
  private int calls;

  /** Makes the correct classic engine with a pool of 64 pages. */
  public EngineFixture() {
    this(Steps.CLASSIC);
    engine.get(64);
  }

  /** Makes a classic engine with these steps and no pool. */
  public EngineFixture(Steps steps) {
    this(Dialect.CLASSIC, steps, name -> true, ClientConfig.classic(2));
  }

  private EngineFixture(
      Dialect dialect, Steps steps, Predicate<String> created, ClientConfig... clients) {
    engine =
        new DmIoEngine(
            simulation,
            memory,
            new EngineConfig(
                dialect,
                steps,
                PoolSteps.CORRECT,
                List.of(clients),
                name -> pool -> !allocatorDead && created.test(name),
                pool -> PoolWatch.NONE));
  }

  /** Makes an engine of the dialect linux-6.1. */
  public static EngineFixture linux(ClientConfig... clients) {
    return linux(name -> true, clients);
  }

  /** The same; the allocator has memory only for the pools of these names. */
  public static EngineFixture linux(Predicate<String> created, ClientConfig... clients) {
    return new EngineFixture(Dialect.LINUX_6_1, LinuxSteps.LINUX_6_1, created, clients);
  }

  /** The allocator has no memory from now on, or has it again. */
  public void allocatorDead(boolean dead) {
    allocatorDead = dead;
  }

  /** The pool of ios. */
  public Mempool<?> ios() {
    return engine.pools().get(0);
  }

  /** The pool of bios. */
  public Mempool<?> bios() {
    return engine.pools().get(1);
  }

  /** A page list of pages that are no neighbours. */
  public IoMemory.PageList pages(int count, int offset) {
    return new IoMemory.PageList(memory.allocateScattered(count, 1), offset);
  }

  /** Vectors of this many bytes each, none a neighbour of another. */
  public IoMemory.Vectors pieces(int count, int bytes) {
    List<BioVec> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vectors.add(new BioVec(memory.allocate(1), bytes));
    }
    return new IoMemory.Vectors(vectors, 0);
  }

  /** One region at sector 0 of each device. */
  public static List<IoRegion> each(long count, BlockDevice... devices) {
    List<IoRegion> regions = new ArrayList<>();
    for (BlockDevice device : devices) {
      regions.add(new IoRegion(device, 0, count));
    }
    return regions;
  }

  /** Makes a synchronous call. */
  public Heard sync(RequestOp op, List<IoRegion> regions, IoMemory with) {
    return call(op, true, regions, with, new Heard());
  }

  /** Makes an asynchronous call. */
  public Heard async(RequestOp op, List<IoRegion> regions, IoMemory with) {
    return call(op, false, regions, with, new Heard());
  }

  /** Makes an asynchronous call of a client, with flags. */
  public Heard call(
      RequestOp op, int flags, int priority, int client, List<IoRegion> regions, IoMemory with) {
    Heard caller = new Heard();
    engine.submit(
        new IoRequest(calls++, op, false, flags, priority, with, regions, client), caller);
    return caller;
  }

  /** Makes a call. */
  public Heard call(
      RequestOp op, boolean sync, List<IoRegion> regions, IoMemory with, Heard caller) {
    engine.submit(IoRequest.of(calls++, op, sync, with, regions), caller);
    return caller;
  }
}
