package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockStatus;
import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.Dialect;
import io.dmio.engine.DmIo;
import io.dmio.engine.DmIoEngine;
import io.dmio.engine.EngineConfig;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.PlainBios;
import io.dmio.engine.Steps;
import io.dmio.ledger.BioTap;
import io.dmio.ledger.Ledger;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.TableSpec;
import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolSteps;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host with all checks over one disk whose bios end when the test says so. */
final class CheckFixture {

  final Simulation simulation =
      new Simulation(
          new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.NONE), Limits.DEFAULT);
  final Tags tags = new Tags();
  final Memory memory = new Memory(PayloadMode.TAGS, tags);
  final SectorStore medium = SectorStore.create(PayloadMode.TAGS, tags, SectorContent.ZERO);
  final BioTap tap = new BioTap(simulation);
  final Failures failures = new Failures(simulation, new Numbers(), List.of(), 100);
  final Losses losses;
  final Checks checks;
  final DmIoEngine engine;
  final HeldDisk disk = new HeldDisk();
  final Ledger ledger;
  private final boolean cached;
  private int calls;

  /** A classic host in a world where power does not fail. */
  CheckFixture() {
    this(Dialect.CLASSIC, List.of(ClientConfig.classic(16)), false, false, false, false);
  }

  /** The same over a disk whose driver takes requests. */
  static CheckFixture ofRequests() {
    List<ClientConfig> clients = List.of(ClientConfig.classic(16));
    return new CheckFixture(Dialect.CLASSIC, clients, false, false, false, true);
  }

  /** A host of linux-6.1 in a world where power may fail. */
  static CheckFixture powered(boolean cached) {
    return powered(cached, false);
  }

  /** The same, where losses may be failures. */
  static CheckFixture powered(boolean cached, boolean failing) {
    return new CheckFixture(
        Dialect.LINUX_6_1, List.of(new ClientConfig("main", 16, 16)), cached, true, failing, false);
  }

  /** A host of linux-6.1 over stacked devices on a cached disk, in a world where power may fail. */
  static CheckFixture stacked(TableSpec... tables) {
    List<ClientConfig> clients = List.of(new ClientConfig("main", 16, 16));
    return new CheckFixture(Dialect.LINUX_6_1, clients, true, true, false, false, tables);
  }

  private CheckFixture(
      Dialect dialect,
      List<ClientConfig> clients,
      boolean cached,
      boolean powered,
      boolean failing,
      boolean requests,
      TableSpec... tables) {
    this.cached = cached;
    losses = new Losses(failing, 100);
    checks =
        new Checks(
            failures,
            DialectRules.of(dialect, clients),
            tap,
            new Numbers(),
            memory,
            tags,
            devices(disk(medium, cached, requests), List.of(tables)),
            losses,
            powered);
    engine =
        new DmIoEngine(
            simulation,
            memory,
            new EngineConfig(
                dialect,
                Steps.of(dialect),
                PoolSteps.CORRECT,
                clients,
                name -> checks.follow(AllocationGate.OPEN),
                checks::watchOfPool));
    ledger = ledgerOver(engine);
    ledger.get(4);
  }

  private static Medium disk(SectorStore medium, boolean cached, boolean requests) {
    Medium.Habits habits = new Medium.Habits(cached, requests, false);
    return new Medium("disk", 1 << 20, medium, SectorContent.ZERO, habits);
  }

  private static CheckedDevices devices(Medium disk, List<TableSpec> tables) {
    List<String> names = new ArrayList<>(List.of(disk.name()));
    tables.forEach(table -> names.add(table.name()));
    return new CheckedDevices(List.of(disk), new SectorMap(1, tables), names);
  }

  Ledger ledgerOver(DmIo io) {
    tap.watch(checks, checks);
    PlainBios bios = new PlainBios(simulation, engine::nextBio);
    return new Ledger(simulation, io, bios, tap, checks, checks.plainBios());
  }

  /** One page, whose sectors hold stamps of a number. */
  IoMemory page(long stamp) {
    long address = memory.allocate(1);
    for (int i = 0; i < Sectors.PER_PAGE; i++) {
      memory.contents().setTag(Sectors.ofBytes(address) + i, Tags.stamp(stamp, i));
    }
    return new IoMemory.PageList(new long[] {address}, 0);
  }

  IoRequest request(RequestOp op, boolean sync, long sector, long count) {
    int call = calls++;
    return IoRequest.of(call, op, sync, page(call), List.of(new IoRegion(disk, sector, count)));
  }

  IoRequest submit(RequestOp op, long sector, long count) {
    IoRequest request = request(op, false, sector, count);
    ledger.submit(request, new Heard());
    return request;
  }

  /** Writes a page with the stamps of a number. */
  void submitPage(long stamp, long sector, long count) {
    List<IoRegion> regions = List.of(new IoRegion(disk, sector, count));
    ledger.submit(IoRequest.of(calls++, RequestOp.WRITE, false, page(stamp), regions), new Heard());
  }

  IoRequest submit(RequestOp op, int flags, long sector, long count) {
    return submit(disk, op, flags, sector, count);
  }

  IoRequest submit(BlockDevice device, RequestOp op, int flags, long sector, long count) {
    int call = calls++;
    List<IoRegion> regions = List.of(new IoRegion(device, sector, count));
    IoRequest request = new IoRequest(call, op, false, flags, 0, page(call), regions, 0);
    ledger.submit(request, new Heard());
    return request;
  }

  void atRest() {
    checks.atRest(List.of(), ledger.open(), List.<Mempool<?>>copyOf(engine.pools()));
  }

  List<Check> failed() {
    return failures.kept().stream().map(Failure::check).toList();
  }

  String message() {
    return failures.kept().get(0).message();
  }

  /** Ends bios only when told, and does with their data what it is told. */
  final class HeldDisk implements BlockDevice {

    final Deque<Bio> held = new ArrayDeque<>();

    /** Whether bios fail when they come. */
    boolean failsAtOnce;

    @Override
    public int id() {
      return 0;
    }

    @Override
    public String name() {
      return "disk";
    }

    @Override
    public long sectors() {
      return 1 << 20;
    }

    @Override
    public QueueLimits limits() {
      return QueueLimits.UNLIMITED;
    }

    @Override
    public boolean hasWriteCache() {
      return cached;
    }

    @Override
    public void submit(Bio bio) {
      if (failsAtOnce) {
        bio.end(BlockStatus.MEDIUM);
      } else {
        held.addLast(bio);
      }
    }

    /** Moves the data of the oldest bio as it should. */
    void transfer() {
      Bio bio = held.getFirst();
      bio.forEachPiece(
          0,
          bio.bytes(),
          (address, length, position) -> {
            long at = Sectors.toBytes(bio.sector()) + position;
            if (bio.op() == RequestOp.READ) {
              memory.contents().copyFrom(medium, at, address, length);
            } else {
              medium.copyFrom(memory.contents(), address, at, length);
            }
          });
    }

    void end(BlockStatus status) {
      held.removeFirst().end(status);
    }

    void endLast(BlockStatus status) {
      held.removeLast().end(status);
    }

    void finish() {
      transfer();
      end(BlockStatus.OK);
    }
  }

  /** Remembers what it hears. */
  static final class Heard implements IoCallback {

    final List<Long> bits = new ArrayList<>();
    @Nullable IoReturn result;
    boolean signal;

    @Override
    public void returned(IoRequest request, IoReturn value) {
      result = value;
    }

    @Override
    public void notified(IoRequest request, long errorBits) {
      bits.add(errorBits);
    }

    @Override
    public boolean signalPending() {
      return signal;
    }
  }

  private static final class Numbers implements CallDirectory {

    @Override
    public String call(int number) {
      return "call " + number;
    }

    @Override
    public int taskOfCall(int call) {
      return 0;
    }

    @Override
    public int ruleOfCall(int call) {
      return -1;
    }

    @Override
    public String rule(int number) {
      return "number-" + number;
    }
  }
}
