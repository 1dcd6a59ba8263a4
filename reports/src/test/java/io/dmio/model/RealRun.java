package io.dmio.model;

import io.dmio.block.BlockStatus;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.device.DiskSpec;
import io.dmio.device.LatencySpec;
import io.dmio.fault.Ending;
import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.fault.FaultSpec;
import io.dmio.fault.Trigger;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.EngineSpec;
import io.dmio.testbed.RunExpectation;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.WorldSpec;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import io.dmio.workload.TaskSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A run of the testbed: one call with a bad region, and a load over three disks beside it. */
public final class RealRun {

  private static final LatencySpec FAST = new LatencySpec.Lognormal(80_000, 1_000_000);
  private static final LatencySpec SLOW = new LatencySpec.Uniform(300_000, 900_000);

  private RealRun() {}

  public static RunResult run(long calls, RunListener listener) {
    WorldSpec spec =
        new WorldSpec(
            "one-bad-region",
            7,
            Limits.DEFAULT,
            PayloadMode.TAGS,
            EngineSpec.CLASSIC,
            List.of(disk(0, "a", FAST, 8), disk(1, "b", FAST, 4), disk(2, "c", SLOW, 4)),
            List.of(),
            List.of(bad(0, "grown-defect", 2, 2051, 1), bad(1, "worn-out", 1, 65_600, 4_000)),
            List.of(writer(), background(calls)),
            List.of(),
            List.of(),
            RunExpectation.NONE);
    return Testbed.run(spec, new RunOptions(LogMode.FULL, listener, null));
  }

  public static ScenarioLines source() {
    return new ScenarioLines(
        "one-bad-region.yaml",
        List.of("faults:", "  - { media-error: c@2051 }", "  - { media-error: b@65600+4000 }"),
        Map.of(0, 2, 1, 3),
        Map.of(),
        Map.of(0, "grown defect", 1, "end of its life"),
        "./dmio run one-bad-region.yaml --seed 0x7");
  }

  private static TaskSpec writer() {
    List<RegionSpec> regions =
        List.of(new RegionSpec(0, 2048, 8), new RegionSpec(1, 2048, 8), new RegionSpec(2, 2048, 8));
    Step write =
        new Step.Call(
            "w",
            RequestOp.WRITE,
            regions,
            Step.Manner.ASYNC,
            Step.Buffer.DEFAULT,
            CallExpectation.NONE,
            List.of());
    return new TaskSpec(0, "writer", List.of(get(64), write, new Step.Wait("w")));
  }

  private static TaskSpec background(long calls) {
    LoadSpec load =
        new LoadSpec(
            new LoadSpec.Shape(
                LoadSpec.Pattern.RANDRW, 30, new Quantity(8, 128), new Quantity(1, 3)),
            new LoadSpec.Area(List.of(0, 1, 2), 65_536, 65_536),
            LoadSpec.Pace.of(16, calls),
            LoadSpec.Calls.ASYNC,
            0,
            false,
            "background");
    return new TaskSpec(1, "background", List.of(get(16), new Step.Load("load", load)));
  }

  private static Step get(int pages) {
    return new Step.Get(pages, CallExpectation.NONE);
  }

  private static DiskSpec disk(int id, String name, LatencySpec latency, int depth) {
    return DiskSpec.builder(id, name, 131_072).latency(latency).queueDepth(depth).build();
  }

  private static FaultSpec bad(int number, String name, int device, long first, long count) {
    return new FaultSpec.MediaError(
        number,
        name,
        List.of(new Extent(device, first, count)),
        EnumSet.of(FaultOp.WRITE, FaultOp.READ),
        Trigger.ALWAYS,
        Ending.NEVER,
        BlockStatus.MEDIUM);
  }
}
