package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.B;
import static io.dmio.workload.Steps.asyncWrite;
import static io.dmio.workload.Steps.at;
import static io.dmio.workload.Steps.call;
import static io.dmio.workload.Steps.mark;
import static io.dmio.workload.Steps.read;
import static io.dmio.workload.Steps.repeat;
import static io.dmio.workload.Steps.sleep;
import static io.dmio.workload.Steps.then;
import static io.dmio.workload.Steps.waitFor;
import static io.dmio.workload.Steps.waitForAll;
import static io.dmio.workload.Steps.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.sim.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepListTest {

  private final TestWorld world = new TestWorld();

  @Test
  void syncCall_endsItsStepWhenItReturns() {
    world.io.plan("w", FakeIo.Plan.after(30));

    Workload workload = world.run(write("w", at(A, 0, 8)), mark("m"));

    assertThat(world.heard).containsExactly("0 started w", "30 returned w OK", "30 ended w");
    assertThat(world.moments.timeOf("m")).isEqualTo(30);
    assertThat(workload.isFinished()).isTrue();
    assertThat(workload.unfinished()).isEmpty();
  }

  @Test
  void asyncCall_endsItsStepWhenItReturns_notWhenItIsNotified() {
    world.io.plan("w", new FakeIo.Plan(5, 30, 0b10, null));

    world.run(asyncWrite("w", at(A, 0, 8), at(B, 0, 8)), mark("m"));

    assertThat(world.heard)
        .containsExactly("0 started w", "5 returned w OK", "30 notified w 0x2", "30 ended w");
    assertThat(world.moments.timeOf("m")).isEqualTo(5);
    assertThat(world.moments.timeOf("w")).isEqualTo(30);
  }

  @Test
  void asyncCall_isOverOnlyWhenItHasReturned_alsoIfNotifiedBefore() {
    world.io.plan("w", new FakeIo.Plan(50, 30, 0, null));

    world.run(asyncWrite("w", at(A, 0, 8)));

    assertThat(world.heard)
        .containsExactly("0 started w", "30 notified w 0x0", "50 returned w OK", "50 ended w");
    assertThat(world.moments.timeOf("w")).isEqualTo(50);
  }

  @Test
  void nextStep_neverBeginsInsideACallback() {
    world.run(
        write("w1", at(A, 0, 8)),
        asyncWrite("w2", at(A, 0, 8)),
        repeat(2, write("w3", at(A, 0, 8))));

    assertThat(world.namesOfCalls()).containsExactly("w1", "w2", "w3[1]", "w3[2]");
    assertThat(world.depthAtStart).containsOnly(0);
  }

  @Test
  void then_runsInsideTheCallback() {
    world.io.plan("w", FakeIo.Plan.after(30));

    world.run(
        then(
            asyncWrite("w", at(A, 0, 8)),
            mark("m"),
            repeat(2, asyncWrite("x", at(B, 0, 8))),
            asyncWrite("y", at(B, 0, 8))));

    assertThat(world.namesOfCalls()).containsExactly("w", "x[1]", "x[2]", "y");
    assertThat(world.depthAtStart).containsExactly(0, 1, 1, 1);
    assertThat(world.moments.timeOf("m")).isEqualTo(30);
  }

  @Test
  void then_goesOnByAnEvent_afterAStepThatHadToWait() {
    world.run(then(asyncWrite("w", at(A, 0, 8)), sleep(5), asyncWrite("x", at(B, 0, 8))));

    assertThat(world.heard).contains("5 started x");
    assertThat(world.depthAtStart).containsExactly(0, 0);
  }

  @Test
  void then_ofASyncCall_runsBeforeTheNextStep() {
    world.run(then(write("w", at(A, 0, 8)), mark("m")), write("x", at(A, 0, 8)));

    assertThat(world.records(EventKind.MARK)).hasSize(1);
    assertThat(world.words()).startsWith("started w", "returned w OK", "ended w", "started x");
  }

  @Test
  void task_isOverOnlyAfterEveryThen() {
    world.io.plan("w", FakeIo.Plan.after(30));

    world.run(then(asyncWrite("w", at(A, 0, 8)), sleep(10)));

    assertThat(world.moments.timeOf("t")).isEqualTo(40);
    assertThat(world.records(EventKind.TASK_END)).containsExactly(List.of(0L, 0L, 0L, 0L));
  }

  @Test
  void then_ofACallThatIsNeverNotified_isNotWaitedFor() {
    world.io.plan("w", FakeIo.Plan.refused(Refusal.NO_POOL));

    Workload workload = world.run(then(asyncWrite("w", at(A, 0, 8)), mark("m")));

    assertThat(world.heard).containsExactly("0 started w", "0 returned w EINVAL", "0 ended w");
    assertThat(world.moments.isReached("m[2]")).isFalse();
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  void refusedRead_ofSeveralRegions_isNotifiedAndEndsOnce() {
    world.io.plan("r", FakeIo.Plan.refused(Refusal.MULTI_REGION_READ));

    Workload workload = world.run(call("r", RequestOp.READ, false, at(A, 0, 8), at(B, 0, 8)));

    assertThat(world.words())
        .containsExactly("started r", "notified r 0x1", "returned r EIO", "ended r");
    assertThat(world.records(EventKind.REFUSE))
        .containsExactly(List.of(0L, (long) Refusal.MULTI_REGION_READ.ordinal(), 0L, 0L));
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  void refusedRead_thatIsNotifiedLater_endsThen() {
    world.io.plan("r", new FakeIo.Plan(-1, 20, 0, Refusal.MULTI_REGION_READ));

    world.run(call("r", RequestOp.READ, false, at(A, 0, 8), at(B, 0, 8)));

    assertThat(world.heard)
        .containsExactly("0 started r", "0 returned r EIO", "20 notified r 0x1", "20 ended r");
  }

  @Test
  void wait_endsWithTheCall_theMarkOrTheTaskThatItNames() {
    world.io.plan("w", FakeIo.Plan.after(30));
    TaskSpec writer =
        new TaskSpec(
            0, "writer", List.of(asyncWrite("w", at(A, 0, 8)), sleep(50), mark("m"), sleep(7)));
    TaskSpec waiter =
        new TaskSpec(
            1,
            "waiter",
            List.of(
                waitFor("w"),
                mark("after-w"),
                waitFor("m"),
                mark("after-m"),
                waitFor("writer"),
                mark("after-writer"),
                waitFor("w"),
                mark("at-once")));

    world.run(writer, waiter);

    assertThat(world.moments.timeOf("after-w")).isEqualTo(30);
    assertThat(world.moments.timeOf("after-m")).isEqualTo(50);
    assertThat(world.moments.timeOf("after-writer")).isEqualTo(57);
    assertThat(world.moments.timeOf("at-once")).isEqualTo(57);
  }

  @Test
  void waitForAll_waitsForTheCallsSoFar_andForNoLaterOnes() {
    world.io.plan("w1", FakeIo.Plan.after(30)).plan("w2", FakeIo.Plan.after(20));
    world.io.plan("late", FakeIo.Plan.after(100)).plan("soon", FakeIo.Plan.after(3));

    world.run(
        asyncWrite("w1", at(A, 0, 8)),
        then(
            asyncWrite("w2", at(A, 8, 8)),
            asyncWrite("late", at(A, 16, 8)),
            asyncWrite("soon", at(A, 24, 8))),
        waitForAll(),
        mark("m"),
        waitForAll(),
        mark("end"));

    assertThat(world.moments.timeOf("m")).isEqualTo(30);
    assertThat(world.moments.timeOf("end")).isEqualTo(120);
  }

  @Test
  void repetitions_numberTheirCalls_theInnermostLast() {
    world.run(
        repeat(2, write("w", at(A, 0, 8)), repeat(2, write("x", at(A, 0, 8)))),
        waitFor("x[2][1]"),
        mark("m"));

    assertThat(world.namesOfCalls())
        .containsExactly("w[1]", "x[1][1]", "x[1][2]", "w[2]", "x[2][1]", "x[2][2]");
    assertThat(world.moments.isReached("m")).isTrue();
  }

  @Test
  void roundsThatNobodySpeaksOf_leaveNoMoments() {
    world.run(repeat(3, write("w", at(A, 0, 8)), mark("m"), mark("n")), waitFor("n[2]"));

    assertThat(world.moments.isReached("w[2]")).isFalse();
    assertThat(world.moments.isReached("m[2]")).isFalse();
    assertThat(world.moments.isReached("n[3]")).isTrue();
  }

  @Test
  void waitInARepetition_meansTheCallOfTheSameRound() {
    world.io.otherwise(FakeIo.Plan.after(10));

    world.run(
        asyncWrite("outside", at(A, 0, 8)),
        repeat(3, asyncWrite("w", at(A, 0, 8)), waitFor("w"), waitFor("outside"), mark("m")),
        waitFor("m[3]"));

    assertThat(world.moments.timeOf("m")).isEqualTo(10);
    assertThat(world.moments.timeOf("m[2]")).isEqualTo(20);
    assertThat(world.moments.timeOf("m[3]")).isEqualTo(30);
  }

  @Test
  void repeat_ofNoRounds_isSkipped() {
    world.run(repeat(0, write("w", at(A, 0, 8))), mark("m"));

    assertThat(world.started).isEmpty();
    assertThat(world.moments.isReached("m")).isTrue();
  }

  @Test
  void sleepsAndRounds_areDrawnWithinTheirRange() {
    Step.Sleep sleep = new Step.Sleep(new Quantity(10, 20));
    world.run(new Step.Repeat(new Quantity(2, 4), List.of(sleep)), mark("m"));

    assertThat(world.moments.timeOf("m")).isBetween(20L, 80L);
    assertThat(world.simulation.choices().streams())
        .extracting(stream -> stream.name())
        .containsExactly("t/repeat", "t/sleep");
  }

  @Test
  void getAndPut_tellTheirStepAndOutcome() {
    world.io.poolResult = IoReturn.refused(Refusal.PUT_UNCOVERED);

    world.run(
        mark("m"),
        repeat(2, new Step.Get(64, CallExpectation.NONE)),
        new Step.Put(3, CallExpectation.NONE));

    assertThat(world.io.poolCalls).containsExactly("get 64", "get 64", "put 3");
    assertThat(world.words())
        .containsExactly("pool t.2.1[1] EINVAL", "pool t.2.1[2] EINVAL", "pool t.3 EINVAL");
    assertThat(world.records(EventKind.REFUSE))
        .contains(List.of(-1L, (long) Refusal.PUT_UNCOVERED.ordinal(), 0L, 0L));
  }

  @Test
  void stepsOfAThen_areNumberedBehindTheirCallsStep() {
    world.run(
        repeat(1, then(asyncWrite("w", at(A, 0, 8)), new Step.Get(64, CallExpectation.NONE))));

    assertThat(world.words()).contains("pool t.1.1.1[1] OK");
  }

  @Test
  void theRequest_saysWhatTheStepSays() {
    int flags = RequestFlag.FUA.bit();
    CallExpectation expect = new CallExpectation(null, 0L, null, List.of());
    world.run(
        new Step.Call(
            "w",
            RequestOp.WRITE,
            List.of(at(A, 3, 8), at(B, 5, 0)),
            new Step.Manner(false, false, flags, 4, 2),
            Step.Buffer.DEFAULT,
            expect,
            List.of()));

    IoRequest request = world.io.requests.get(0);
    assertThat(request.flags()).isEqualTo(flags);
    assertThat(request.ioPriority()).isEqualTo(4);
    assertThat(request.client()).isEqualTo(2);
    assertThat(request.sync()).isFalse();
    assertThat(request.regions())
        .extracting(region -> region.device().name())
        .containsExactly("a", "b");
    assertThat(request.regions()).extracting(region -> region.sector()).containsExactly(3L, 5L);
    assertThat(world.expectations).containsOnly(expect);
    assertThat(world.started).containsExactly(request);
  }

  @Test
  void theLog_tellsTasksStepsAndCalls() {
    world.io.plan("w", FakeIo.Plan.failing(0b01)).plan("s", FakeIo.Plan.failing(0b10));

    world.run(
        mark("m"),
        asyncWrite("w", at(A, 0, 8), at(B, 0, 3)),
        waitFor("w"),
        write("s", at(A, 0, 1), at(B, 0, 1)));

    assertThat(world.records(EventKind.TASK_START)).containsExactly(List.of(0L, 0L, 0L, 0L));
    assertThat(world.records(EventKind.STEP))
        .containsExactly(
            List.of(0L, 0L, -1L, 0L),
            List.of(0L, 1L, 0L, 0L),
            List.of(0L, 2L, -1L, 0L),
            List.of(0L, 3L, 1L, 0L));
    assertThat(world.records(EventKind.MARK)).containsExactly(List.of(0L, 0L, 0L, 0L));
    int write = RequestOp.WRITE.ordinal();
    assertThat(world.records(EventKind.CALL))
        .containsExactly(List.of(0L, write | 1L << 8, 2L, 11L), List.of(1L, (long) write, 2L, 2L));
    assertThat(world.records(EventKind.RETURN))
        .containsExactly(List.of(0L, 0L, 0L, 0L), List.of(1L, -5L, 2L, 1L));
    assertThat(world.records(EventKind.NOTIFY)).containsExactly(List.of(0L, 0L, 1L, 0L));
  }

  @Test
  void tasks_beginInTheOrderOfTheirNumbers() {
    TaskSpec first =
        new TaskSpec(0, "z", List.of(write("z1", at(A, 0, 8)), write("z2", at(A, 0, 8))));
    TaskSpec second = new TaskSpec(1, "y", List.of(write("y1", at(A, 0, 8))));

    world.run(first, second);

    assertThat(world.namesOfCalls()).containsExactly("z1", "y1", "z2");
    assertThat(world.calls.taskOf(world.started.get(1).call())).isEqualTo(1);
    assertThat(world.calls.taskOf(1)).isEqualTo(1);
  }

  @Test
  void hang_isToldInOneLineATask() {
    world.io.plan("w", FakeIo.Plan.never()).plan("s", FakeIo.Plan.never());
    TaskSpec waits =
        new TaskSpec(0, "waits", List.of(asyncWrite("w", at(A, 0, 8)), waitFor("nothing")));
    TaskSpec calls = new TaskSpec(1, "calls", List.of(write("s", at(A, 0, 8))));
    TaskSpec fine = new TaskSpec(2, "fine", List.of(mark("m")));

    Workload workload = world.run(waits, calls, fine);

    assertThat(workload.isFinished()).isFalse();
    assertThat(workload.unfinished())
        .containsExactly(
            "waits: waits.2 waits for nothing; under way: w (not notified)",
            "calls: calls.1 waits for s to return; under way: s (not returned)");
  }

  @Test
  void callThatIsNeverNotified_isUnfinished_thoughItsTaskIsOver() {
    world.io.plan("r", FakeIo.Plan.never());

    Workload workload = world.run(call("r", RequestOp.READ, false, at(A, 0, 8)));

    assertThat(world.moments.isReached("t")).isTrue();
    assertThat(workload.unfinished()).containsExactly("t: under way: r (not notified)");
  }

  @Test
  void callsWithTwoNotifications_endOnce_andEveryNotificationIsTold() {
    world.run(asyncWrite("w", at(A, 0, 8)));

    world.io.lastCallback.notified(world.io.requests.get(0), 4);

    assertThat(world.words())
        .containsExactly(
            "started w", "notified w 0x0", "returned w OK", "ended w", "notified w 0x4");
  }

  @Test
  void read_isMadeToo() {
    world.run(read("r", at(A, 0, 8)));

    assertThat(world.io.requests.get(0).op()).isEqualTo(RequestOp.READ);
  }

  @Test
  void family_isOverWithItsLastInstance() {
    world.run(
        new TaskSpec(0, "crowd[1]", List.of(sleep(10))),
        new TaskSpec(1, "crowd[2]", List.of(sleep(30))),
        new TaskSpec(2, "counter", List.of(waitFor("crowd"), mark("m"))));

    assertThat(world.moments.timeOf("crowd[1]")).isEqualTo(10);
    assertThat(world.moments.timeOf("m")).isEqualTo(30);
  }
}
