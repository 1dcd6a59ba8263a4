package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.verify;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.device.Survival;
import io.dmio.sim.EventKind;
import io.dmio.sim.LogMode;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.Action.PowerCut;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PowerCutEnumerationTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final When IN_FLIGHT = new When.At(40_000);
  private static final CrashHost EACH = new CrashHost(Survival.EACH, 1_000);

  /** A write of 3 sectors is in flight, each old or new: 8 states. */
  private static WorldSpecs threeSectors() {
    return world()
        .disks("a")
        .task("writer", get(1), write("w", at(A, 0, 3)))
        .event(IN_FLIGHT, EACH);
  }

  private static RunExpectation states(long number) {
    return new RunExpectation(null, List.of(), null, List.of(), null, Quantity.of(number));
  }

  @Test
  void everySectorInFlight_isOldOrNew() {
    RunResult result = threeSectors().expect(states(8)).run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.tried().states()).isEqualTo(8);
  }

  @Test
  void statesOfSeveralDisks_multiply() {
    RunResult result =
        world()
            .disks("a", "b")
            .task("writer", get(1), writeAsync("w", at(A, 0, 3), at(B, 0, 3)), waitForAll())
            .event(IN_FLIGHT, new PowerCut(List.of(A, B), Survival.EACH, -1))
            .run();
    assertThat(result.tried().states()).isEqualTo(64);
  }

  @Test
  void statesOfOneCutAfterTheOther_multiply() {
    RunResult result =
        threeSectors()
            .taskOf(2, "again", get(1), write("x", at(A, 8, 2)))
            .event(new When.At(60_000), new CrashHost(Survival.EACH, -1))
            .run();
    assertThat(result.tried().states()).isEqualTo(8 * 4);
  }

  @Test
  void worldWithoutEach_isOneState() {
    RunResult result = world().disks("a").task("t", get(1)).expect(states(2)).run();
    assertThat(result.tried().states()).isEqualTo(1);
    assertThat(result.tried().shown()).isEqualTo(1);
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.failures().get(0).message()).contains("should be 2 in all").contains("1");
  }

  @Test
  void firstOfTheWorstWorlds_isTheResult_withEverythingThatWasAskedFor() {
    WorldSpec spec =
        threeSectors().taskOf(2, "reader", get(1), verify("v", at(A, 0, 3), "w")).build();
    RunResult plain = Testbed.run(spec, RunOptions.PLAIN);
    Ends ends = new Ends();
    RunResult logged = Testbed.run(spec, new RunOptions(LogMode.FULL, ends, null));
    assertThat(plain.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(plain.failures()).extracting(Failure::check).containsExactly(Check.EXPECT);
    assertThat(plain.tried().states()).isEqualTo(8);
    assertThat(plain.tried().shown()).as("nothing survived").isEqualTo(1);
    assertThat(plain.failures().get(0).count()).isEqualTo(3);
    assertThat(logged.failures()).isEqualTo(plain.failures());
    assertThat(logged.digests().fingerprint()).isEqualTo(plain.digests().fingerprint());
    assertThat(logged.digests().outcome()).isEqualTo(plain.digests().outcome());
    assertThat(logged.log().count()).isEqualTo(logged.totals().events());
    assertThat(logged.log().kind(0)).isEqualTo(EventKind.TASK_START);
    assertThat(ends.calls).hasSize(1);
  }

  @Test
  void oneStateOfMany_isEnoughToFail_andToFailAsExpected() {
    WorldSpecs specs =
        threeSectors().taskOf(2, "reader", get(1), verify("v", at(A, 2, 1), "initial"));
    assertThat(specs.run().verdict()).isEqualTo(Verdict.FAILED);
    assertThat(specs.run().tried().shown()).as("the first in which sector 2 is new").isEqualTo(2);
    RunResult expected = specs.fails(Check.EXPECT).run();
    assertThat(expected.verdict()).isEqualTo(Verdict.EXPECTED_FAILURE);
    assertThat(specs.fails(Check.DATA).run().verdict()).isEqualTo(Verdict.FAILED);
    RunResult held = threeSectors().fails(Check.DATA).run();
    assertThat(held.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(held.failures().get(0).message()).contains("data should fail, and everything held");
  }

  @Test
  void digests_areOfAllStates() {
    RunResult eight = threeSectors().run();
    RunResult again = threeSectors().run();
    RunResult none =
        world()
            .disks("a")
            .task("writer", get(1), write("w", at(A, 0, 3)))
            .event(IN_FLIGHT, new CrashHost(Survival.NONE, 1_000))
            .run();
    assertThat(again.digests().fingerprint()).isEqualTo(eight.digests().fingerprint());
    assertThat(again.digests().outcome()).isEqualTo(eight.digests().outcome());
    assertThat(none.digests().outcome()).isNotEqualTo(eight.digests().outcome());
  }

  @Test
  void limitOfEvents_holdsForAllStatesTogether() {
    long one = threeSectors().run().totals().events();
    RunResult result = threeSectors().limits(1_000_000_000, 3 * one + one / 2).run();
    assertThat(result.verdict()).isEqualTo(Verdict.LIMIT);
    assertThat(result.tried().states()).isEqualTo(4);
    assertThat(result.failures().get(0).message())
        .isEqualTo(
            "the limit of " + (3 * one + one / 2) + " events was reached when 3 states were done");
    assertThat(threeSectors().limits(1_000_000_000, 8 * one + 8).run().verdict())
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void limitOfEvents_thatEndsBetweenTwoStates_isALimit_inEveryDialect() {
    for (WorldSpecs specs : List.of(threeSectors(), threeSectors().linux("main", "second"))) {
      long one = specs.run().totals().events();
      for (long rest = 0; rest <= 2; rest++) {
        RunResult result = specs.limits(1_000_000_000, 3 * one + rest).run();
        assertThat(result.verdict()).isEqualTo(Verdict.LIMIT);
        assertThat(result.failures().get(0).check()).isEqualTo(Check.PROGRESS);
      }
    }
  }

  @Test
  void limitOfEvents_tooSmallToBegin_isALimit() {
    for (long events = 1; events < 8; events++) {
      RunResult result =
          world()
              .linux("main", "second", "third")
              .disks("a")
              .task("t", write("w", at(A, 0, 3)))
              .limits(1_000_000_000, events)
              .run();
      assertThat(result.verdict()).as(events + " events").isEqualTo(Verdict.LIMIT);
    }
  }

  @Test
  void moreStatesThanTheLimit_areRefused_andTheNumberIsToldOfOthers() {
    List<Long> told = new ArrayList<>();
    assertThat(limited(8, told).tried().states()).isEqualTo(8);
    assertThat(told).containsExactly(8L);
    assertThatThrownBy(() -> limited(7, told))
        .isInstanceOf(TooManyStates.class)
        .hasMessage("8 states would be tried one by one, and the limit is 7")
        .extracting(refused -> ((TooManyStates) refused).event())
        .isEqualTo(0);
    assertThat(told).hasSize(1);
  }

  @Test
  void laterCuts_areCountedAsTheyCome() {
    WorldSpec twice =
        threeSectors()
            .taskOf(2, "again", get(1), write("x", at(A, 8, 2)))
            .event(new When.At(60_000), new CrashHost(Survival.EACH, -1))
            .build();
    List<Long> told = new ArrayList<>();
    assertThatThrownBy(() -> Testbed.run(twice, with(31, told)))
        .isInstanceOf(TooManyStates.class)
        .hasMessageStartingWith("32 states");
    assertThat(told).containsExactly(32L);
  }

  @Test
  void statesBeyondCounting_areRefused_unlessTheLimitOfEventsEndsThemBefore() {
    WorldSpecs specs =
        world()
            .disks("a")
            .task("writer", get(1), write("w", at(A, 0, 128)))
            .event(IN_FLIGHT, new CrashHost(Survival.EACH, -1));
    assertThatThrownBy(specs::run)
        .isInstanceOf(TooManyStates.class)
        .hasMessageStartingWith("2^63 states or more");
    assertThat(specs.limits(1_000_000_000, 1_000).run().verdict()).isEqualTo(Verdict.LIMIT);
  }

  private static RunResult limited(long most, List<Long> told) {
    return Testbed.run(threeSectors().build(), with(most, told));
  }

  private static RunOptions with(long most, List<Long> told) {
    return new RunOptions(LogMode.NONE, RunListener.NONE, null, new StateLimit(most, told::add));
  }

  private static final class Ends implements RunListener {

    private final List<Integer> calls = new ArrayList<>();

    @Override
    public void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits) {
      calls.add(call);
    }

    @Override
    public void bioEnded(
        int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok) {}
  }
}
