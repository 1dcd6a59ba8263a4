package io.dmio.model;

import io.dmio.block.BlockStatus;
import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Failure;
import io.dmio.device.LatencyPresets;
import io.dmio.device.LatencyProfile;
import io.dmio.engine.Dialect;
import io.dmio.engine.IoReturn;
import io.dmio.mempool.PoolCounts;
import io.dmio.sim.BinaryHeap;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.CallOutcome;
import io.dmio.testbed.ExternalEvents;
import io.dmio.testbed.Names;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.DeviceResult;
import io.dmio.testbed.RunResult.PoolResult;
import io.dmio.testbed.RunResult.RuleResult;
import io.dmio.testbed.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run that never happened: its event log is written by hand. */
public final class FakeRun {

  public static final int MEDIUM = BlockStatus.MEDIUM.ordinal();
  private static final LatencyProfile LATENCY = LatencyPresets.find("nvme");

  final List<CallOutcome> outcomes = new ArrayList<>();
  final List<Failure> failures = new ArrayList<>();
  public final List<RuleResult> rules = new ArrayList<>();
  private final EventLog log = new EventLog(LogMode.FULL);
  private final Simulation simulation =
      new Simulation(
          new BinaryHeap(), new SeededChoices(1), log, new Limits(Long.MAX_VALUE, 1L << 30));
  private ExternalEvents outside = ExternalEvents.NOTHING;
  private Compared compared = Compared.NOTHING;
  private List<String> devices = List.of("a", "b", "c");
  private String scenario = "one-bad-region";
  private Verdict verdict = Verdict.PASSED;
  private long failedCalls;
  private long calls;
  private long bios;

  /** One asynchronous write to three regions; bit 2 is set by rule 0 at sector 2051 of c. */
  public static FakeRun oneBadRegion() {
    FakeRun run = new FakeRun();
    run.rules.add(new RuleResult(0, "grown-defect", 1, 1, false));
    run.rules.add(new RuleResult(1, "sleeper", 0, 0, false));
    run.at(0, EventKind.POOL_RESIZE, 0, 0, 0, 256, 0);
    run.at(0, EventKind.POOL_RESIZE, 1, 0, 0, 16, 0);
    run.call(0, 1_000, RequestOp.WRITE, true, 3, 24);
    run.at(1_000, EventKind.POOL_TAKE, 0, 1, 1, 255, 0);
    for (int i = 0; i < 3; i++) {
      run.at(1_000, EventKind.POOL_TAKE, 1, 1, i + 1, 15 - i, 0);
      run.submit(10 + i, 1_000, i, i, 2048, 4096, 0);
      run.at(1_000 + i * 20_000L, EventKind.ISSUE, 10 + i, i, 0, 0, 0);
    }
    run.returned(0, 1_000, Errno.OK, 0, false);
    run.end(10, 82_000, 0, 0, 2048, 0);
    run.end(11, 141_200, 0, 1, 2048, 0);
    run.fault(4_100_000, 0, 2, 2051, 1, 12);
    run.end(12, 4_100_000, MEDIUM, 2, 2048, 0);
    run.notified(0, 4_100_000, 0b100);
    run.outcomes.add(
        new CallOutcome(
            0, "w", 0, 3, false, 1_000, IoReturn.ACCEPTED, true, 0b100, 4_100_000, false));
    return run;
  }

  public static ScenarioLines source() {
    return new ScenarioLines(
        "one-bad-region.yaml",
        List.of(
            "dmio: 1",
            "scenario: one-bad-region",
            "faults:",
            "  - { media-error: c@2051, ops: [write], id: grown-defect }",
            "  - { media-error: a@9, id: sleeper }"),
        Map.of(0, 4, 1, 5),
        Map.of(),
        Map.of(0, "worn <out>,\n\u001b[31m at last", 1, ""),
        "./dmio run one-bad-region.yaml --seed 0x7");
  }

  public FakeRun named(String name) {
    scenario = name;
    return this;
  }

  public FakeRun on(List<String> names) {
    devices = names;
    return this;
  }

  public FakeRun fails(Failure failure) {
    failures.add(failure);
    verdict = Verdict.FAILED;
    return this;
  }

  public FakeRun outside(ExternalEvents what) {
    outside = what;
    return this;
  }

  public static Failure failure(Check check, String message, int rule) {
    return new Failure(
        check,
        message,
        20_003_118,
        4412,
        0,
        "w",
        0,
        2,
        2,
        2051,
        5,
        "bit 2 set",
        "bit 2 clear",
        rule);
  }

  public void at(long time, EventKind kind, int subject, int detail, long a, long b, long c) {
    simulation.schedule(time, x -> simulation.record(kind, subject, detail, a, b, c), 0);
  }

  public void call(int call, long time, RequestOp op, boolean async, int regions, long sectors) {
    calls++;
    at(time, EventKind.CALL, call, op.ordinal() | (async ? 1 << 8 : 0), regions, sectors, 0);
  }

  public void returned(int call, long time, Errno errno, long bits, boolean written) {
    failedCalls += errno == Errno.OK ? 0 : 1;
    at(time, EventKind.RETURN, call, errno.value(), bits, written ? 1 : 0, 0);
  }

  public void notified(int call, long time, long bits) {
    failedCalls += bits == 0 ? 0 : 1;
    at(time, EventKind.NOTIFY, call, 0, bits, 0, 0);
  }

  public void submit(
      int bio, long time, int region, int device, long sector, long bytes, int call) {
    bios++;
    at(time, EventKind.SUBMIT, bio, region << 16 | device, sector, bytes, call);
  }

  public void end(int bio, long time, int status, int device, long sector, int call) {
    at(time, EventKind.END, bio, status << 16 | device, sector, 0, call);
  }

  public void fault(long time, int rule, int device, long first, long sectors, int bio) {
    at(time, EventKind.FAULT, rule, device, first, sectors, bio);
  }

  /** So many synchronous one-bio writes, one after the other; every {@code bad}th fails. */
  public FakeRun load(int calls, int bad) {
    for (int i = 0; i < calls; i++) {
      boolean failed = bad > 0 && i % bad == bad - 1;
      long time = i * 10_000L;
      call(i, time, RequestOp.WRITE, false, 1, 8);
      submit(i, time, 0, i % devices.size(), 8L * i, 4096, i);
      end(i, time + 9_000, failed ? MEDIUM : 0, i % devices.size(), 8L * i, i);
      returned(i, time + 9_000, failed ? Errno.EIO : Errno.OK, failed ? 1 : 0, true);
    }
    return this;
  }

  public RunResult result() {
    simulation.run();
    PoolCounts books = new PoolCounts(3, 3, 0, 16, 16, 13, 0, 0, 0);
    return new RunResult(
        scenario,
        7,
        Dialect.CLASSIC,
        verdict,
        new RunResult.Digests(0x9f2c41d07be3a586L, 0x1L),
        new RunResult.Totals(simulation.now(), log.count(), calls, failedCalls, 0, bios),
        RunResult.Tried.ONE,
        new RunResult.Findings(failures, failures.size(), List.of(), 0, compared),
        outside,
        outcomes,
        List.of(new PoolResult("engine.ios", books), new PoolResult("engine.bios", books)),
        devices.stream()
            .map(name -> new DeviceResult(name, 1, 0, 0, 8, LATENCY, List.of()))
            .toList(),
        rules,
        new FakeNames(),
        log);
  }

  private static final class FakeNames implements Names {

    @Override
    public String task(int number) {
      return "writer";
    }

    @Override
    public String device(int number) {
      return "device-" + number;
    }

    @Override
    public String pool(int number) {
      return "pool-" + number;
    }

    @Override
    public String rule(int number) {
      return "rule-" + number;
    }

    @Override
    public String event(int number) {
      return "event-" + number;
    }

    @Override
    public String call(int number) {
      return number == 0 ? "w" : "w[" + number + "]";
    }

    @Override
    public int taskOfCall(int call) {
      return 0;
    }
  }
}
