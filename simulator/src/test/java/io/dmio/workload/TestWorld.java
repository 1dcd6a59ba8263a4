package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.SectorContent;
import io.dmio.block.Tags;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.ErrorBits;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.PlainBios;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.Moments;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;

/** Three devices a, b, c, a dm-io that does as it is told, and everything heard of the tasks. */
final class TestWorld implements WorkloadListener {

  static final SectorContent CONTENT_OF_A = SectorContent.pattern(7);

  final EventLog log;
  final Simulation simulation;
  final Moments moments;
  final Tags tags = new Tags();
  final Memory memory;
  final BufferContent buffers;
  final CallRegistry calls = new CallRegistry();
  final List<BlockDevice> devices =
      List.of(
          new FakeDevice(0, "a", 1 << 20),
          new FakeDevice(1, "b", 1 << 20),
          new FakeDevice(2, "c", 1 << 20));
  final FakeIo io;
  final List<String> heard = new ArrayList<>();
  final List<IoRequest> started = new ArrayList<>();

  /** What is expected of the calls that started and returned. */
  final List<CallExpectation> expectations = new ArrayList<>();

  final List<Complaint> complaints = new ArrayList<>();
  final List<Integer> depthAtStart = new ArrayList<>();
  final WorkloadContext context;
  boolean listening = true;

  TestWorld() {
    this(1, PayloadMode.TAGS, LogMode.FULL);
  }

  TestWorld(long seed, PayloadMode mode, LogMode logMode) {
    log = new EventLog(logMode);
    Limits limits = new Limits(Long.MAX_VALUE / 4, 100_000_000);
    simulation = new Simulation(new RadixHeap(), new SeededChoices(seed), log, limits);
    moments = new Moments(simulation);
    memory = new Memory(mode, tags);
    buffers = new BufferContent(memory, tags);
    List<SectorContent> contents = List.of(CONTENT_OF_A, SectorContent.ZERO, SectorContent.ZERO);
    io = new FakeIo(simulation, buffers, calls, contents, tags);
    context =
        new WorkloadContext(
            simulation,
            moments,
            memory,
            tags,
            new WorkloadContext.Ways(io, new PlainBios(simulation, () -> 0), calls),
            new WorkloadContext.Disks(devices, contents, SectorPlaces.PLAIN),
            this);
  }

  /** Runs one task named t to the end. */
  Workload run(Step... steps) {
    return run(new TaskSpec(0, "t", List.of(steps)));
  }

  Workload run(TaskSpec... tasks) {
    Workload workload = new Workload(List.of(tasks), context);
    workload.start();
    simulation.run();
    return workload;
  }

  /** What was heard, without the times. */
  List<String> words() {
    return heard.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
  }

  /** The records of a kind: subject, detail, a, b. */
  List<List<Long>> records(EventKind kind) {
    List<List<Long>> records = new ArrayList<>();
    for (long i = 0; i < log.count(); i++) {
      if (log.kind(i) == kind) {
        records.add(List.of((long) log.subject(i), (long) log.detail(i), log.a(i), log.b(i)));
      }
    }
    return records;
  }

  List<String> namesOfCalls() {
    return started.stream().map(this::nameOf).toList();
  }

  private String nameOf(IoRequest call) {
    return calls.name(call.call());
  }

  private void hear(String what) {
    if (listening) {
      heard.add(simulation.now() + " " + what);
    }
  }

  @Override
  public void callStarted(IoRequest call, CallExpectation expect) {
    if (listening) {
      started.add(call);
      expectations.add(expect);
      depthAtStart.add(io.depth);
      hear("started " + nameOf(call));
    }
  }

  @Override
  public void callReturned(IoRequest call, IoReturn result, CallExpectation expect) {
    if (listening) {
      expectations.add(expect);
      hear("returned " + nameOf(call) + " " + result.errno());
    }
  }

  @Override
  public void callNotified(IoRequest call, long bits) {
    if (listening) {
      hear("notified " + nameOf(call) + " " + ErrorBits.hex(bits));
    }
  }

  @Override
  public void callEnded(IoRequest call) {
    if (listening) {
      hear("ended " + nameOf(call));
    }
  }

  @Override
  public void poolCallEnded(int task, String step, IoReturn result, CallExpectation expect) {
    hear("pool " + step + " " + result.errno());
  }

  @Override
  public void verified(int sectors) {
    hear("verified " + sectors);
  }

  @Override
  public void readBack(int sectors) {
    hear("read back " + sectors);
  }

  @Override
  public void complained(Complaint complaint) {
    complaints.add(complaint);
    hear("complained " + complaint.message());
  }
}
