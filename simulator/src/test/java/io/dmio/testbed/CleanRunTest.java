package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.call;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.load;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.sixtyFourRegions;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import io.dmio.fault.FaultOp;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.LoadSpec.Pattern;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The correct engine fails no check, whatever the disks do. */
final class CleanRunTest {

  static List<MemorySpec> layouts() {
    return List.of(
        MemorySpec.DEFAULT,
        new MemorySpec.Pages(3584, 1),
        new MemorySpec.Pages(512, 4),
        new MemorySpec.Vm(1024, 2),
        new MemorySpec.Bvec(List.of(), 0),
        bvecOfSectors(2040));
  }

  private static MemorySpec bvecOfSectors(int count) {
    List<MemorySpec.Vec> vectors =
        IntStream.range(0, count).mapToObj(i -> new MemorySpec.Vec(i, 512 * (i % 7), 512)).toList();
    return new MemorySpec.Bvec(vectors, 0);
  }

  @Test
  void threeRegions_oneBad_setsItsBitAndFailsNoCheck() {
    RunResult result =
        world()
            .disks("a", "b", "c")
            .bad(2, 2051, 1, FaultOp.WRITE)
            .task(
                "writer",
                get(64),
                writeAsync("w", at(0, 2048, 8), at(1, 2048, 8), at(2, 2048, 8)),
                waitForAll(),
                put(64))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.callList()).singleElement().extracting(CallOutcome::bits).isEqualTo(0b100L);
    assertThat(result.totals().failedCalls()).isEqualTo(1);
    assertThat(result.totals().bios()).isEqualTo(3);
    assertThat(result.devices().get(2).failed()).isEqualTo(1);
    assertThat(result.rules().get(0).fired()).isEqualTo(1);
    assertThat(result.pools().get(0).books().taken()).isEqualTo(1);
    assertThat(result.names().call(0)).isEqualTo("w");
    assertThat(result.names().task(result.names().taskOfCall(0))).isEqualTo("writer");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyLayout_failsNoCheck(MemorySpec memory) {
    Step[] steps = {
      get(4),
      call("w1", RequestOp.WRITE, true, CallExpectation.NONE, memory, at(0, 9, 23), at(1, 0, 17)),
      call("w2", RequestOp.WRITE, false, CallExpectation.NONE, memory, at(0, 900, 2040)),
      waitForAll(),
      call("r1", RequestOp.READ, true, CallExpectation.NONE, memory, at(0, 9, 23)),
      call("r2", RequestOp.READ, true, CallExpectation.NONE, memory, at(0, 890, 2040)),
      call("r3", RequestOp.READ, false, CallExpectation.NONE, memory, at(1, 3, 17)),
      waitForAll(),
      put(4)
    };
    RunResult result =
        world().disks("a").narrow("b").task("t", steps).bad(1, 5, 1, FaultOp.READ).run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().failedCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void randomLoad_onFailingDisks_failsNoCheck(Pattern pattern) {
    WorldSpecs world =
        world()
            .unlikeDisks()
            .task("t", get(16), load(pattern, 800, 24, 2, 0, 1), waitForAll(), put(16));

    RunResult result = world.run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().calls()).isEqualTo(800);
    assertThat(result.totals().failedCalls()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "64, 0"})
  void dryPools_andPlugs_failNoCheck(int bios, int poolWithWaiters) {
    RunResult result =
        world()
            .disks("a", "b")
            .engine(bios, true)
            .noMemory("engine.ios", "go")
            .noMemory("engine.bios", "go")
            .task(
                "t",
                get(1),
                new Step.Mark("go"),
                load(Pattern.RANDWRITE, 200, 16, 2, 0, 1),
                waitForAll(),
                put(1))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.pools().get(poolWithWaiters).books().maxWaiting()).isPositive();
    assertThat(result.pools().get(poolWithWaiters).books().lowWater()).isZero();
  }

  @Test
  void sixtyFourRegions_haveABitEach() {
    RunResult result =
        world()
            .disks("a")
            .bad(0, 8 * 31, 1, FaultOp.WRITE)
            .bad(0, 8 * 63, 1, FaultOp.WRITE)
            .task("t", get(1), writeAsync("w", sixtyFourRegions(0)), waitForAll(), put(1))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.callList().get(0).bits()).isEqualTo(1L << 63 | 1L << 31);
  }

  @Test
  void emptyRegions_failNoCheck() {
    RunResult result =
        world()
            .disks("a")
            .task(
                "t",
                get(1),
                write("none"),
                write("empty", at(0, 8, 0)),
                writeAsync("half", at(0, 8, 0), at(0, 16, 8)),
                waitForAll(),
                read("r", at(0, 8, 16)),
                put(1))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().bios()).isEqualTo(2);
  }

  @Test
  void callsOutOfTheFirstThousand_areCountedAndNotListed() {
    RunResult result =
        world()
            .disks("a")
            .task("t", get(4), load(Pattern.RANDREAD, 1500, 8, 1, 0), waitForAll(), put(4))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().calls()).isEqualTo(1500);
    assertThat(result.callList()).hasSize(RunResult.MOST_CALLS);
    assertThat(result.callList()).extracting(CallOutcome::number).doesNotHaveDuplicates();
  }
}
