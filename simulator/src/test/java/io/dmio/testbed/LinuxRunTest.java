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
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.LinuxSteps;
import io.dmio.engine.Refusal;
import io.dmio.engine.Steps;
import io.dmio.fault.FaultOp;
import io.dmio.mempool.PoolSteps;
import io.dmio.museum.Exhibit;
import io.dmio.sim.LogMode;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.LoadSpec.Pattern;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Step;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs in the dialect linux-6.1: clean ones fail no check, broken steps are found. */
final class LinuxRunTest {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final int FUA = RequestFlag.FUA.bit();
  private static final QueueLimits DISCARDS =
      new QueueLimits(Long.MAX_VALUE, Integer.MAX_VALUE, 512, 512, 10, 6);

  static List<MemorySpec> layouts() {
    List<MemorySpec.Vec> single =
        IntStream.range(0, 40).mapToObj(i -> new MemorySpec.Vec(i, 512 * (i % 7), 512)).toList();
    return List.of(
        MemorySpec.DEFAULT,
        new MemorySpec.Pages(3584, 1),
        new MemorySpec.Pages(512, 2),
        new MemorySpec.Vm(1024, 4),
        new MemorySpec.Kmem(0),
        new MemorySpec.Bvec(List.of(new MemorySpec.Vec(0, 512, 9216)), 1024),
        new MemorySpec.Bvec(single, 0));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyLayout_failsNoCheck(MemorySpec memory) {
    Step[] steps = {
      get(4),
      call("w1", RequestOp.WRITE, true, CallExpectation.NONE, memory, at(0, 9, 23), at(1, 0, 17)),
      call("w2", RequestOp.WRITE, false, CallExpectation.NONE, memory, at(1, 900, 4100)),
      waitForAll(),
      call("r1", RequestOp.READ, true, CallExpectation.NONE, memory, at(0, 9, 23)),
      call("r2", RequestOp.READ, true, CallExpectation.NONE, memory, at(1, 890, 2040)),
      call("r3", RequestOp.READ, false, CallExpectation.NONE, memory, at(1, 3, 17)),
      waitForAll(),
      put(4)
    };
    RunResult result =
        world()
            .linux("main")
            .disks("a")
            .narrow("b")
            .task("t", steps)
            .bad(1, 5, 1, FaultOp.READ)
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.totals().failedCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void randomLoad_onFailingDisksAndDryPools_failsNoCheck(Pattern pattern) {
    RunResult result =
        world()
            .linux("main")
            .unlikeDisks()
            .noMemory("main.ios", "go")
            .noMemory("main.bios", "go")
            .task("t", new Step.Mark("go"), load(pattern, 400, 24, 2, 0, 1), waitForAll())
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().calls()).isEqualTo(400);
    assertThat(result.totals().failedCalls()).isPositive();
    assertThat(result.pools().get(0).books().maxWaiting()).isPositive();
  }

  @Test
  void requestBasedDisk_isCutBehindTheEngine() {
    RunResult result = world().linux("main").narrow("a").task("t", write("w", at(0, 0, 64))).run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().bios()).isEqualTo(1);
    assertThat(result.devices().get(0).bios()).isEqualTo(8);
  }

  @Test
  void flushes_reachOnlyDisksWithAWriteCache() {
    RunResult result =
        world()
            .linux("main")
            .cached("a", QueueLimits.UNLIMITED)
            .disks("b")
            .bad(0, 0, 1, FaultOp.FLUSH)
            .bad(1, 0, 1, FaultOp.FLUSH)
            .task(
                "t",
                call("empty", RequestOp.WRITE, PREFLUSH, 0, at(0, 9, 0), at(1, 9, 0)),
                waitForAll(),
                call("data", RequestOp.WRITE, PREFLUSH | FUA, 0, at(0, 9, 3), at(1, 9, 3)),
                waitForAll(),
                call("nothing", RequestOp.WRITE, FUA, 0, at(0, 9, 0)),
                waitForAll())
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.callList()).extracting(CallOutcome::bits).containsExactly(1L, 0L, 0L);
    assertThat(result.totals().bios()).isEqualTo(4);
  }

  @Test
  void discards_onMixedLegs_setTheBitsOfThoseThatCannot() {
    RunResult result =
        world()
            .linux("main")
            .cached("can", DISCARDS)
            .disks("cannot")
            .bad(0, 40, 1, FaultOp.DISCARD)
            .task(
                "t",
                call("d1", RequestOp.DISCARD, 0, 0, at(0, 3, 25), at(1, 3, 25), at(1, 3, 0)),
                waitForAll(),
                call("d2", RequestOp.DISCARD, 0, 0, at(0, 33, 25)),
                waitForAll(),
                call("z", RequestOp.WRITE_ZEROES, 0, 0, at(1, 90, 7), at(0, 90, 7)),
                waitForAll(),
                call("f", RequestOp.DISCARD, PREFLUSH, 0, at(0, 90, 0), at(1, 90, 0)),
                waitForAll(),
                read("r", at(0, 0, 100)))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.callList())
        .extracting(CallOutcome::bits)
        .containsExactly(0b10L, 1L, 1L, 0b10L, 0L);
    assertThat(result.devices().get(0).bios()).isEqualTo(3 + 3 + 2 + 1 + 1);
  }

  @Test
  void clients_haveReservesOfTheirOwn() {
    RunResult result =
        world()
            .linux("one", "two")
            .disks("a")
            .noMemory("one.ios", "go")
            .noMemory("two.ios", "go")
            .task(
                "t",
                new Step.Mark("go"),
                call("w0", RequestOp.WRITE, 0, 0, at(0, 0, 8)),
                call("w1", RequestOp.WRITE, 0, 1, at(0, 8, 8)),
                waitForAll())
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.pools())
        .extracting(RunResult.PoolResult::name)
        .containsExactly("one.ios", "one.bios", "two.ios", "two.bios");
    assertThat(result.pools())
        .extracting(pool -> pool.books().maxWaiting())
        .containsExactly(0, 0, 0, 0);
    assertThat(result.names().pool(2)).isEqualTo("two.ios");
    assertThat(result.callList())
        .extracting(CallOutcome::callbackNanos)
        .containsExactly(80_000L, 80_000L);
  }

  @Test
  void clientWithoutMemoryForItsPools_hasItsCallsRefused() {
    RunResult result =
        world()
            .linux("one", "two")
            .disks("a")
            .noMemoryAtAll("two.bios")
            .task(
                "t",
                call("w0", RequestOp.WRITE, 0, 0, at(0, 0, 8)),
                call("w1", RequestOp.WRITE, 0, 1, at(0, 8, 8)),
                waitForAll())
            .run();

    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.USAGE);
    assertThat(result.callList())
        .extracting(CallOutcome::result)
        .containsExactly(IoReturn.ACCEPTED, IoReturn.refused(Refusal.NO_POOL));
  }

  @Test
  void sixtyFourRegions_haveABitEach() {
    RunResult result =
        world()
            .linux("main")
            .disks("a")
            .bad(0, 8 * 31, 1, FaultOp.WRITE)
            .bad(0, 8 * 63, 1, FaultOp.WRITE)
            .task("t", write("w", sixtyFourRegions(0)))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.callList().get(0).bits()).isEqualTo(1L << 63 | 1L << 31);
  }

  static Stream<Arguments> breakages() {
    return Stream.of(
        Arguments.of(
            "classic capacity",
            Check.SHAPE,
            new LinuxSteps() {
              @Override
              public int capacity(int slots) {
                return Math.max(0, slots - 1);
              }
            }),
        Arguments.of(
            "merges within pages only",
            Check.SHAPE,
            new LinuxSteps() {
              @Override
              public boolean merges(long address) {
                return super.merges(address) && address % 4096 != 0;
              }
            }),
        Arguments.of(
            "cuts by the queue",
            Check.SHAPE,
            new LinuxSteps() {
              @Override
              public boolean allows(QueueLimits limits, int segments, long bytes) {
                return segments <= 1;
              }
            }),
        Arguments.of(
            "forgets empty flushes",
            Check.SHAPE,
            new LinuxSteps() {
              @Override
              public boolean dispatches(long count, int flags) {
                return count > 0;
              }
            }),
        Arguments.of(
            "sync io on the stack",
            Check.LIFETIME,
            new LinuxSteps() {
              @Override
              public boolean poolsSyncIo() {
                return false;
              }
            }),
        Arguments.of(
            "no bit for what the device cannot do",
            Check.ERROR_BITS,
            new LinuxSteps() {
              @Override
              public long recordError(long bits, int region, BlockStatus status) {
                return status == BlockStatus.NOTSUPP
                    ? bits
                    : super.recordError(bits, region, status);
              }
            }),
        Arguments.of(
            "accepts reads of several regions",
            Check.CALLS,
            new LinuxSteps() {
              @Override
              public @Nullable Refusal refuse(IoRequest request, boolean poolExists) {
                return null;
              }
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakages")
  void brokenStep_isFoundByItsCheck(String name, Check check, Steps steps) {
    WorldSpec spec =
        world()
            .linux("main")
            .cached("a", QueueLimits.UNLIMITED)
            .disks("b")
            .task(
                "t",
                call(
                    "w",
                    RequestOp.WRITE,
                    true,
                    CallExpectation.NONE,
                    new MemorySpec.Pages(0, 2),
                    at(0, 0, 4096),
                    at(1, 0, 4096)),
                call("flush", RequestOp.WRITE, PREFLUSH, 0, at(0, 0, 0)),
                waitForAll(),
                call("discard", RequestOp.DISCARD, 0, 0, at(1, 0, 8)),
                waitForAll(),
                read("rr", at(0, 0, 8), at(1, 0, 8)))
            .build();
    RunResult clean = Testbed.run(spec, RunOptions.PLAIN);
    RunResult broken = Testbed.run(spec, options(steps));

    assertThat(clean.failures()).extracting(Failure::check).containsExactly(Check.USAGE);
    assertThat(broken.failures()).extracting(Failure::check).contains(check);
  }

  private static RunOptions options(Steps steps) {
    Exhibit exhibit = new Exhibit("broken", "", "", steps, PoolSteps.CORRECT);
    return new RunOptions(LogMode.NONE, RunListener.NONE, exhibit);
  }
}
