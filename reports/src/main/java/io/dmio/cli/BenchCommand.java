package io.dmio.cli;

import io.dmio.bench.BaselineLoad;
import io.dmio.bench.CpuClock;
import io.dmio.bench.HoldBenchmark;
import io.dmio.bench.PairedBenchmark;
import io.dmio.run.Json;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.QuantileTable;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures dmio against plain programs for the same job, by processor time, in one process. */
final class BenchCommand implements Command {

  private static final int HOLDS = 5_000_000;
  private static final int PENDING = 1_000;
  private static final int WRITES = 1_000_000;

  private final Terminal terminal;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
            "bench",
            "Measure dmio beside plain programs that do the same job. Ratios tell something;"
                + " nanoseconds tell more about the machine.")
        .addOption(Declare.json());
  }

  /** A duel and what came of it. */
  private record Line(PairedBenchmark duel, PairedBenchmark.Outcome outcome) {}

  @Override
  public ExitCode run(Given given) throws Exception {
    CpuClock clock = new CpuClock();
    List<Line> lines = new ArrayList<>();
    for (PairedBenchmark duel : duels()) {
      Line line = new Line(duel, duel.fight(clock));
      lines.add(line);
      if (!given.has("--json")) {
        print(line);
      }
    }
    if (given.has("--json")) {
      terminal
          .out()
          .println(Json.object(json -> json.putObjects("benchmarks", lines, BenchCommand::put)));
    }
    return ExitCode.HELD;
  }

  private static List<PairedBenchmark> duels() {
    HoldBenchmark hold = new HoldBenchmark(PENDING);
    return List.of(
        new PairedBenchmark(
            "event core, HOLD with 1,000 pending",
            "an event",
            HOLDS,
            hold::radixHeap,
            "PriorityQueue<Event>",
            hold::priorityQueue),
        new PairedBenchmark(
            "load of three-region 4 KiB writes, tags, checks on",
            "a write",
            WRITES,
            BenchCommand::load,
            "the bare job on a PriorityQueue<Event>",
            writes -> new BaselineLoad(latencies()).run(writes)));
  }

  /** Runs the load; returns its fingerprint. */
  private static long load(int writes) throws ScenarioException {
    String text =
        String.join(
            "\n",
            "dmio: 1",
            "scenario: bench",
            "about: Three-region writes that sometimes fail.",
            "limits: { time: 3600s, events: 1000000000 }",
            "devices:",
            "  a: { size: 1MiB, latency: { lognormal: { median: 80us, p99: 181us } } }",
            "  b: { size: 1MiB, latency: { lognormal: { median: 80us, p99: 181us } } }",
            "  c: { size: 1MiB, latency: { lognormal: { median: 80us, p99: 181us } } }",
            "faults:",
            "  - { media-error: [a, b, c], ops: [write], probability: 1/1024, ends: at-once }",
            "tasks:",
            "  load:",
            "    - get: 64",
            "    - load: { rw: randwrite, bs: 4KiB, iodepth: 32, number_ios: " + writes + ",",
            "              devices: [a, b, c], copies: 3, mode: async }",
            "    - put: 64",
            "");
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("bench.yaml", text))) {
      RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
      if (!result.verdict().holds()) {
        throw new IllegalStateException("the load " + result.verdict().text());
      }
      return result.digests().fingerprint();
    }
  }

  /** The distribution of the load above as a table. */
  private static long[] latencies() {
    QuantileTable table = QuantileTable.lognormal(80_000, 181_000);
    long[] latencies = new long[1 << 12];
    for (int i = 0; i < latencies.length; i++) {
      latencies[i] = table.at((long) i << 52);
    }
    return latencies;
  }

  private void print(Line line) {
    terminal
        .out()
        .println(
            line.duel().name()
                + ": "
                + nanos(line.outcome().oursNanos())
                + " ns "
                + line.duel().unit()
                + ", "
                + nanos(line.outcome().referenceNanos())
                + " ns by "
                + line.duel().referenceName()
                + ": "
                + hundredths(line.outcome().ratio())
                + " times");
    terminal.flush();
  }

  private static void put(Json json, Line line) throws IOException {
    json.put("name", line.duel().name());
    json.put("unit", "ns of processor time " + line.duel().unit());
    json.put("ours", line.outcome().oursNanos());
    json.put("referenceName", line.duel().referenceName());
    json.put("reference", line.outcome().referenceNanos());
    json.put("ratio", line.outcome().ratio());
  }

  private static String nanos(double value) {
    return Double.toString(Math.round(value * 10) / 10.0);
  }

  private static String hundredths(double value) {
    return Double.toString(Math.round(value * 100) / 100.0);
  }
}
