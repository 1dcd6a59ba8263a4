package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Errno;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencySpec;
import io.dmio.engine.Refusal;
import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.sim.LogMode;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.Host;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers do inside their callbacks is right wherever the engine says so. */
final class InsideTheCallbackTest {

  private static final CallExpectation IN_USE = refused(Refusal.PUT_IN_USE);

  private static CallExpectation refused(Refusal by) {
    return new CallExpectation(null, null, by, List.of());
  }

  private static Step call(String id, RequestOp op, List<Step> then, int... sectors) {
    return call(id, op, CallExpectation.NONE, then, sectors);
  }

  private static Step call(
      String id, RequestOp op, CallExpectation expect, List<Step> then, int... sectors) {
    List<RegionSpec> regions = Arrays.stream(sectors).mapToObj(sector -> at(0, sector, 8)).toList();
    return new Step.Call(id, op, regions, Step.Manner.ASYNC, Step.Buffer.DEFAULT, expect, then);
  }

  private static WorldSpecs disk(long latencyNanos) {
    return world()
        .disk(
            "a",
            latencyNanos == 0 ? LatencySpec.NONE : new LatencySpec.Fixed(latencyNanos),
            DriverKind.BIO,
            QueueLimits.UNLIMITED);
  }

  private static void holds(WorldSpecs world) {
    RunResult result = world.run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  private static Step java(Consumer<Host> body) {
    return new Step.Java("user", () -> body::accept);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 80_000})
  void lastPut_inTheLastCallback_isGranted(long latency) {
    holds(
        disk(latency)
            .task(
                "t", get(1), call("w", RequestOp.WRITE, List.of(put(1)), 0, 8, 16), waitForAll()));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 80_000})
  void getsAndPutsAndCalls_nestedInCallbacks_areJudgedOneByOne(long latency) {
    Step innermost = call("third", RequestOp.READ, List.of(put(2), get(3), put(3)), 0);
    Step inner = call("second", RequestOp.WRITE, List.of(get(1), put(3), innermost), 8);
    holds(
        disk(latency)
            .task(
                "t",
                get(4),
                call("first", RequestOp.WRITE, List.of(inner), 0),
                waitForAll(),
                get(1),
                write("last", at(0, 0, 8)),
                put(1)));
  }

  @Test
  void putThatWouldEndThePoolUnderAnotherCall_isRefused_insideACallbackToo() {
    holds(
        disk(80_000)
            .task(
                "t",
                get(1),
                call("w", RequestOp.WRITE, List.of(new Step.Put(1, IN_USE)), 0),
                call("v", RequestOp.WRITE, List.of(put(1)), 8),
                waitForAll()));
  }

  @Test
  void lastPut_ofACallThatEndsInsideTheSubmissionOfAnother_isRefused() {
    holds(
        disk(0)
            .disks("b")
            .task(
                "t",
                get(1),
                new Step.Call(
                    "slow",
                    RequestOp.WRITE,
                    List.of(at(1, 0, 8)),
                    Step.Manner.ASYNC,
                    Step.Buffer.DEFAULT,
                    CallExpectation.NONE,
                    List.of(put(1))),
                call("quick", RequestOp.WRITE, List.of(new Step.Put(1, IN_USE)), 0),
                waitForAll()));
  }

  @Test
  void lastPut_inTheCallbackOfARefusedRead_isGranted() {
    CallExpectation twice =
        new CallExpectation(Errno.EIO, 1L, Refusal.MULTI_REGION_READ, List.of());
    holds(disk(80_000).task("t", get(1), call("r", RequestOp.READ, twice, List.of(put(1)), 0, 8)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 80_000})
  void lastPut_byAUsersCode_isGranted_inCallbacksOfBothKinds(long latency) {
    holds(disk(latency).task("t", java(InsideTheCallbackTest::asynchronousThenSynchronous)));
  }

  private static void asynchronousThenSynchronous(Host host) {
    host.get(1);
    host.async(
        RequestOp.WRITE,
        List.of(host.region("a", 0, 8)),
        host.pages(1),
        bits -> {
          host.put(1);
          host.get(2);
          host.sync(
              RequestOp.READ,
              List.of(host.region("a", 0, 8)),
              host.pages(1),
              result -> {
                host.put(2);
                host.finish();
              });
        });
  }

  @Test
  void ioThatIsGivenBackAfterTheCallback_isSeenByThePutInside() {
    Exhibit late = Museum.find("B09").orElseThrow();
    WorldSpecs world =
        disk(80_000)
            .skip(Check.LIFETIME)
            .task("t", get(1), call("w", RequestOp.WRITE, List.of(put(1)), 0), waitForAll());
    RunResult result =
        Testbed.run(world.build(), new RunOptions(LogMode.NONE, RunListener.NONE, late));

    assertThat(result.failures().get(0).check()).isEqualTo(Check.CALLS);
    assertThat(result.failures())
        .extracting(Failure::message)
        .contains("put(1) returned EBUSY: nothing stands against it");
  }
}
