package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.call;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.load;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencySpec;
import io.dmio.fault.FaultOp;
import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.sim.LogMode;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.LoadSpec.Pattern;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every check is seen to fail, each by an engine that is wrong in one step. */
final class ChecksCatchTest {

  private static RunResult run(WorldSpecs world, Exhibit exhibit) {
    return Testbed.run(world.build(), new RunOptions(LogMode.NONE, RunListener.NONE, exhibit));
  }

  private static Exhibit museum(String id) {
    return Museum.find(id).orElseThrow();
  }

  private static Failure first(RunResult result) {
    assertThat(result.failures()).isNotEmpty();
    return result.failures().get(0);
  }

  private static void firstFailureIs(Check check, RunResult result) {
    assertThat(first(result).check()).as(first(result).message()).isEqualTo(check);
  }

  private static WorldSpecs badThirdRegion() {
    return world()
        .disks("a", "b", "c")
        .bad(2, 2051, 1, FaultOp.WRITE)
        .task(
            "writer",
            get(64),
            writeAsync("w", at(0, 2048, 8), at(1, 2048, 8), at(2, 2048, 8)),
            waitForAll(),
            put(64));
  }

  @Test
  void errorBits_ofAnEngineThatForgetsThem() {
    RunResult result = run(badThirdRegion(), BrokenSteps.NO_ERROR_BITS);

    Failure failure = first(result);
    assertThat(failure.check()).isEqualTo(Check.ERROR_BITS);
    assertThat(failure.call()).isZero();
    assertThat(failure.rule()).as("the rule that failed a bio of the call").isZero();
    assertThat(failure.step()).isEqualTo("w");
    assertThat(failure.task()).isZero();
    assertThat(failure.region()).isEqualTo(2);
    assertThat(failure.device()).isEqualTo(2);
    assertThat(failure.timeNanos()).isEqualTo(80_000);
    assertThat(failure.message()).contains("w", "0b000", "region 2 failed", "0b100");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.findings().failureCount()).isEqualTo(1);
  }

  @Test
  void errorBits_throughAnInt() {
    Step[] steps = {
      get(1),
      call(
          "w",
          RequestOp.WRITE,
          false,
          CallExpectation.NONE,
          MemorySpec.DEFAULT,
          IntStream.range(0, 33).mapToObj(i -> at(i % 2, 8L * i, 8)).toArray(RegionSpec[]::new)),
      waitForAll(),
      put(1)
    };
    RunResult result =
        run(
            world().disks("a", "b").bad(0, 8 * 32, 1, FaultOp.WRITE).task("t", steps),
            museum("B01"));

    firstFailureIs(Check.ERROR_BITS, result);
  }

  @Test
  void errorBits_ofTheLastStatusAlone() {
    RunResult result =
        run(
            world()
                .disks("a", "b")
                .bad(0, 0, 1, FaultOp.WRITE)
                .task("t", get(1), write("w", at(0, 0, 8), at(1, 0, 8)), put(1)),
            museum("P10"));

    firstFailureIs(Check.ERROR_BITS, result);
  }

  @Test
  void errorBits_orShape_whenTheHiddenSlotIsUsed() {
    Step write =
        call(
            "w",
            RequestOp.WRITE,
            true,
            CallExpectation.NONE,
            new MemorySpec.Pages(3584, 1),
            at(0, 0, 23));
    RunResult result =
        run(
            world()
                .disks("a")
                .bad(0, 0, 1, FaultOp.WRITE)
                .skip(Check.SHAPE)
                .task("t", get(1), write, put(1)),
            museum("B07"));

    firstFailureIs(Check.ERROR_BITS, result);
  }

  @Test
  void calls_ofAnEngineThatCompletesTooEarly() {
    RunResult result =
        run(
            world()
                .disk("a", LatencySpec.NONE, DriverKind.BIO, QueueLimits.UNLIMITED)
                .disks("b")
                .task(
                    "t",
                    get(1),
                    writeAsync("w", at(0, 0, 8), at(1, 0, 8)),
                    new Step.Sleep(Quantity.of(1_000_000))),
            BrokenSteps.NO_FIRST_REFERENCE);

    assertThat(result.failures()).isNotEmpty();
    assertThat(first(result).check()).isIn(Check.SHAPE, Check.CALLS, Check.BUG);
  }

  @Test
  void calls_ofAnEngineThatAcceptsReadsOfSeveralRegions() {
    RunResult result =
        run(
            world().disks("a").task("t", get(1), read("r", at(0, 0, 8), at(0, 8, 8)), put(1)),
            BrokenSteps.REFUSES_NOTHING);

    assertThat(result.failures())
        .extracting(Failure::message)
        .contains("r was accepted, but the contract refuses it");
  }

  @Test
  void calls_ofAnEngineThatRefusesWrites() {
    RunResult result =
        run(
            world().disks("a").task("t", get(1), write("w", at(0, 0, 8), at(0, 8, 8)), put(1)),
            BrokenSteps.REFUSES_WRITES);

    firstFailureIs(Check.CALLS, result);
    assertThat(first(result).message()).contains("which it does not break");
  }

  @Test
  void calls_ofARefusedReadThatNobodyHearsOf() {
    Step read =
        call(
            "r",
            RequestOp.READ,
            false,
            CallExpectation.NONE,
            MemorySpec.DEFAULT,
            at(0, 0, 8),
            at(0, 8, 8));

    RunResult result =
        run(world().disks("a").task("t", get(1), read, put(1)), BrokenSteps.QUIET_REFUSAL);

    firstFailureIs(Check.CALLS, result);
    assertThat(first(result).message()).contains("not notified");
  }

  @Test
  void mempool_ofAReserveOfTheWrongSize() {
    RunResult result =
        run(world().disks("a").task("t", get(2), put(2)), BrokenSteps.THREE_IOS_A_PAGE);

    firstFailureIs(Check.MEMPOOL, result);
    assertThat(first(result).message()).contains("engine.ios", "min_nr is 6", "which is 0");
  }

  @Test
  void mempool_ofWrongSteps() {
    for (Exhibit exhibit : BrokenSteps.pools()) {
      RunResult result =
          run(
              world()
                  .disks("a")
                  .noMemory("engine.bios", "go")
                  .task(
                      "t",
                      get(1),
                      new Step.Mark("go"),
                      load(Pattern.RANDWRITE, 40, 8, 1, 0),
                      waitForAll(),
                      put(1)),
              exhibit);

      firstFailureIs(Check.MEMPOOL, result);
    }
  }

  @Test
  void lifetime_ofAnIoThatIsGivenBackTooLate() {
    RunResult result =
        run(
            world()
                .disks("a")
                .task(
                    "t",
                    get(1),
                    writeAsync("w", at(0, 0, 8)),
                    waitForAll(),
                    writeAsync("v", at(0, 0, 8)),
                    waitForAll(),
                    put(1)),
            museum("B09"));

    firstFailureIs(Check.LIFETIME, result);
    assertThat(first(result).message())
        .isEqualTo("w was notified before its io was given back to engine.ios");
  }

  @Test
  void shape_ofWrongBios() {
    List<Exhibit> exhibits =
        List.of(
            BrokenSteps.SMALL_BIOS,
            BrokenSteps.IGNORES_LIMITS,
            BrokenSteps.NO_SYNC_FLAG,
            BrokenSteps.SKIPS_A_REGION,
            BrokenSteps.NEVER_MERGES,
            museum("B07"));
    MemorySpec halves =
        new MemorySpec.Bvec(
            IntStream.range(0, 100)
                .mapToObj(i -> new MemorySpec.Vec(i / 8, 512 * (i % 8), 512))
                .toList(),
            0);
    List<Check> found = new ArrayList<>();
    for (Exhibit exhibit : exhibits) {
      WorldSpecs world =
          world()
              .disk(
                  "a", WorldSpecs.LATENCY, DriverKind.BIO, new QueueLimits(200, 5, 512, 512, 0, 0))
              .disks("b")
              .task(
                  "t",
                  get(1),
                  write("w", at(0, 0, 64), at(1, 0, 64), at(1, 100, 8)),
                  call("v", RequestOp.WRITE, true, CallExpectation.NONE, halves, at(1, 0, 100)),
                  call(
                      "u",
                      RequestOp.WRITE,
                      true,
                      CallExpectation.NONE,
                      new MemorySpec.Pages(3584, 1),
                      at(1, 0, 23)),
                  put(1));

      found.add(first(run(world, exhibit)).check());
    }

    assertThat(found).containsOnly(Check.SHAPE);
  }

  @Test
  void shape_ofTheWrongPages() {
    RunResult result =
        run(
            world()
                .disks("a")
                .task("t", get(1), write("w", at(0, 0, 8), at(0, 8, 8), at(0, 16, 32)), put(1)),
            museum("P01"));

    firstFailureIs(Check.SHAPE, result);
    assertThat(first(result).region()).isEqualTo(1);
    assertThat(first(result).message()).contains("its vector 0");
  }

  @Test
  void data_ofAFailedReadThatIsNotZeroed() {
    RunResult result =
        run(
            world()
                .disks("a")
                .skip(Check.SHAPE)
                .bad(0, 100, 1, FaultOp.READ)
                .task("t", get(1), write("w", at(0, 96, 8)), read("r", at(0, 96, 8)), put(1)),
            BrokenSteps.NO_ZERO_FILL);

    firstFailureIs(Check.DATA, result);
    assertThat(first(result).message())
        .contains("is not 0, though the device left its iterator at byte 0");
    assertThat(first(result).step()).isEqualTo("r");
  }

  @Test
  void progress_namesTheWaiterAndThePool() {
    RunResult result =
        run(
            world()
                .disks("a")
                .noMemory("engine.ios", "go")
                .task(
                    "t",
                    get(1),
                    new Step.Mark("go"),
                    writeAsync("w1", at(0, 0, 8)),
                    writeAsync("w2", at(0, 8, 8)),
                    writeAsync("w3", at(0, 16, 8)),
                    writeAsync("w4", at(0, 24, 8)),
                    writeAsync("w5", at(0, 32, 8)),
                    waitForAll(),
                    put(1)),
            BrokenSteps.WAKES_NOBODY);

    firstFailureIs(Check.PROGRESS, result);
    assertThat(first(result).message())
        .contains("w5 waits for an element of engine.ios", "4 of 4 in reserve, 0 out", "t:");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void progress_namesACallThatNeverCompletes() {
    RunResult result =
        run(
            world().disks("a").task("t", get(1), write("w", at(0, 0, 8)), put(1)),
            BrokenSteps.ONE_REFERENCE_TOO_MANY);

    firstFailureIs(Check.PROGRESS, result);
    assertThat(first(result).message()).contains("w waits for its completion");
  }

  @Test
  void progress_ofALimit_isTheVerdictLimit() {
    WorldSpecs world =
        world()
            .disks("a")
            .limits(1_000_000, 1_000_000)
            .task("t", get(1), load(Pattern.RANDWRITE, 10_000, 1, 1, 0), put(1));

    RunResult result = world.run();

    firstFailureIs(Check.PROGRESS, result);
    assertThat(result.verdict()).isEqualTo(Verdict.LIMIT);
    assertThat(result.totals().virtualTimeNanos()).isLessThanOrEqualTo(1_000_000);
  }

  @Test
  void usage_ofACallBeforeAnyGet_andOfAnUncoveredPut() {
    RunResult result =
        world().disks("a").task("t", write("w", at(0, 0, 8)), get(1), put(2), put(1)).run();

    assertThat(result.failures()).extracting(Failure::check).containsOnly(Check.USAGE);
    assertThat(result.failures()).extracting(Failure::step).containsExactly("w", "t.3");
    assertThat(result.failures().get(0).message()).contains("no-pool", "EINVAL");
    assertThat(result.failures().get(1).message()).contains("put-uncovered");
  }

  @Test
  void bug_endsTheRun_withTheVerdictCrashed() {
    RunResult result =
        run(
            world()
                .disks("a")
                .skip(Check.SHAPE)
                .task("t", get(1), write("w", at(0, 0, 8), at(0, 8, 8), at(0, 16, 8))),
            museum("P01"));

    assertThat(result.verdict()).isEqualTo(Verdict.CRASHED);
    firstFailureIs(Check.BUG, result);
    assertThat(first(result).message()).contains("more memory than the request has");
  }
}
