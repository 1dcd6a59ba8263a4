package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.world;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencySpec;
import io.dmio.testbed.WorldEvent.Action.Signal;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * Gets, puts and calls in any order, in tasks and in callbacks within callbacks, while allocators
 * fail and signals come: the engine is right, whatever its callers do, and no check says else. That
 * callers are refused, or wait for ever because they have asked for no reserve, is their affair.
 */
final class PoolCallsProperties {

  private static final int MOST_NESTED = 3;

  private Random random = new Random(0);
  private int ids;

  @Property(tries = 400)
  void rightEngine_isNeverAccused(@ForAll @LongRange(min = 0, max = 1 << 30) long seed) {
    random = new Random(seed);
    ids = 0;
    WorldSpecs world =
        world()
            .seed(seed)
            .quickDisk("a")
            .disk("b", new LatencySpec.Fixed(1_000), DriverKind.BIO, QueueLimits.UNLIMITED)
            .disk("c", new LatencySpec.Uniform(0, 5_000), DriverKind.REQUEST, QueueLimits.UNLIMITED)
            .engine(1 + random.nextInt(4), random.nextInt(4) == 0);
    if (random.nextBoolean()) {
      world.sometimesNoMemory("engine.ios", random.nextInt(60), random.nextInt(40_000));
      world.sometimesNoMemory("engine.bios", random.nextInt(60), random.nextInt(40_000));
    }
    int tasks = 1 + random.nextInt(3);
    for (int task = 0; task < tasks; task++) {
      world.task("t" + task, steps(0).toArray(new Step[0]));
      if (random.nextBoolean()) {
        world.event(new When.At(random.nextInt(20_000)), new Signal("t" + task));
      }
    }
    RunResult result = world.run();

    assertThat(result.failures())
        .as("seed %s", seed)
        .extracting(Failure::check)
        .isSubsetOf(Check.USAGE, Check.PROGRESS);
  }

  private List<Step> steps(int depth) {
    List<Step> steps = new ArrayList<>();
    int count = depth == 0 ? 3 + random.nextInt(10) : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      steps.add(step(depth));
    }
    return steps;
  }

  private Step step(int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 5)) {
      case 0 -> get(random.nextInt(3));
      case 1 -> put(random.nextInt(3));
      case 2, 3, 4 -> call(depth);
      case 5 -> new Step.Sleep(Quantity.of(random.nextInt(3_000)));
      default -> WorldSpecs.waitForAll();
    };
  }

  private Step call(int depth) {
    boolean sync = depth == 0 && random.nextInt(3) == 0;
    RequestOp op = random.nextBoolean() ? RequestOp.READ : RequestOp.WRITE;
    int most = random.nextInt(4) == 0 ? 5 : op == RequestOp.READ ? 1 : 3;
    List<RegionSpec> regions = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      regions.add(at(random.nextInt(3), 8L * random.nextInt(64), random.nextInt(20)));
    }
    List<Step> then = sync || depth == MOST_NESTED ? List.of() : steps(depth + 1);
    return new Step.Call(
        "c" + ids++,
        op,
        regions,
        Step.Manner.of(sync),
        Step.Buffer.DEFAULT,
        CallExpectation.NONE,
        then);
  }
}
