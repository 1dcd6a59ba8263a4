package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.call;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.load;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.verify;
import static io.dmio.testbed.WorldSpecs.waitFor;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.device.Survival;
import io.dmio.fault.FaultOp;
import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TableSpec.Line;
import io.dmio.mapper.TargetSpec;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.testbed.TwoLegs.Bug;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.LoadSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds with a stacked device whose target is a client of dm-io: its calls are judged as all. */
final class ClientTargetTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int M = 2;
  private static final TwoLegs LEGS = TwoLegs.of(0, new Lower(A, 64), new Lower(B, 256));

  private static TableSpec table(int id, TargetSpec target) {
    return new TableSpec(id, "m" + id, List.of(new Line(0, 2048, target)));
  }

  private static WorldSpecs legs(TwoLegs legs) {
    return world().disks("a", "b").tables(table(M, legs));
  }

  @Test
  void write_isFoundOnBothLegs_andReadFromTheFirst() {
    RunResult result =
        legs(LEGS)
            .task(
                "t",
                get(4),
                write("w", at(M, 8, 8)),
                verify("v1", at(A, 72, 8), "w"),
                verify("v2", at(B, 264, 8), "w"),
                verify("v3", at(M, 8, 8), "w"),
                write("below", at(A, 64, 4)),
                verify("v4", at(M, 0, 4), "below"),
                verify("v5", at(M, 4, 4), "initial"))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.devices().get(M).table()).containsExactly("0 2048 two-legs a 64 b 256");
    assertThat(result.callList())
        .extracting(CallOutcome::name)
        .contains("w", "m2.io[1]", "m2.io[2]");
    assertThat(result.callList()).anyMatch(call -> call.task() == -1);
  }

  @Test
  void writeOfTheSecondLeg_isNotWhatAReadFinds() {
    RunResult result =
        legs(LEGS)
            .task("t", get(4), write("w", at(B, 256, 8)), verify("v", at(M, 0, 8), "w"))
            .run();
    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.EXPECT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void loadOnItAndOnItsLegs_isJudgedWithoutAFalseAlarm(boolean plugged) {
    for (PayloadMode payload : PayloadMode.values()) {
      for (long seed = 1; seed <= 8; seed++) {
        RunResult result =
            world()
                .seed(seed)
                .payload(payload)
                .engine(16, plugged)
                .unlikeDisks()
                .tables(
                    table(M, LEGS),
                    table(3, new TargetSpec.Linear(new Lower(M, 100))),
                    table(4, TwoLegs.of(0, new Lower(3, 8), new Lower(M, 16))))
                .task("t", get(64), load(LoadSpec.Pattern.RANDRW, 300, 8, 3, A, B, M, 3, 4))
                .run();
        assertThat(result.failures()).isEmpty();
        assertThat(result.totals().failedCalls()).isPositive();
        assertThat(result.devices()).allMatch(device -> device.bios() > 0);
      }
    }
  }

  @Test
  void callsOfTheTarget_areDeterministic() {
    WorldSpec spec =
        world()
            .unlikeDisks()
            .tables(table(M, LEGS))
            .task("t", get(16), load(LoadSpec.Pattern.RANDRW, 300, 8, 3, A, M))
            .build();
    assertThat(Testbed.run(spec, RunOptions.PLAIN).digests().fingerprint())
        .isEqualTo(Testbed.run(spec, RunOptions.PLAIN).digests().fingerprint());
  }

  @Test
  void failureOfALeg_failsTheBioAbove_andIsExplained() {
    RunResult result =
        legs(LEGS)
            .bad(B, 256, 8, FaultOp.WRITE)
            .bad(A, 64, 8, FaultOp.READ)
            .task(
                "t",
                get(4),
                write("w", at(M, 0, 8)),
                write("x", at(M, 8, 8)),
                read("r", at(M, 4, 8)))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.callList())
        .filteredOn(call -> call.task() == 0)
        .extracting(CallOutcome::bits)
        .containsExactly(1L, 0L, 1L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Bug.class,
      names = {"FORGETS_THE_SECOND_LEG", "WRITES_BESIDE_THE_SECOND_LEG"})
  void wrongTarget_isFoundWhereItsLegsAreRead(Bug bug) {
    RunResult result =
        legs(LEGS.with(bug))
            .task("t", get(4), write("w", at(M, 0, 8)), verify("v", at(B, 256, 8), "w"))
            .run();
    assertThat(result.failures()).extracting(Failure::check).containsOnly(Check.EXPECT);
  }

  @Test
  void hostThatDies_takesTheCallsOfTheTargetWithIt_andTheNextOneMakesItsOwn() {
    RunResult result =
        legs(LEGS)
            .task("t", get(4), write("old", at(M, 0, 8)), writeAsync("w", at(M, 0, 8)))
            .taskOf(
                2,
                "u",
                get(4),
                waitFor("old"),
                verify("v1", at(A, 64, 8), "old", "w"),
                write("x", at(M, 0, 8)),
                verify("v2", at(B, 256, 8), "x"))
            .event(new When.At(120_000), new CrashHost(Survival.ALL, 1000))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().lostCalls()).isEqualTo(2);
  }

  private static WorldSpecs flushing(Bug bug) {
    int preflush = RequestFlag.PREFLUSH.bit();
    return world()
        .linux("main", "legs")
        .cached("a", QueueLimits.UNLIMITED)
        .cached("b", QueueLimits.UNLIMITED)
        .tables(table(M, new TwoLegs(LEGS.legs(), 1, bug)))
        .task(
            "t",
            call("w", RequestOp.WRITE, 0, 0, at(M, 0, 8)),
            waitFor("w"),
            call("f", RequestOp.WRITE, preflush, 0, at(M, 0, 0)),
            waitFor("f"))
        .event(new When.After("f", 1000), new CrashHost(Survival.NONE, 1000));
  }

  @Test
  void flushOfIt_makesBothLegsDurable() {
    RunResult result =
        flushing(Bug.NONE)
            .taskOf(2, "u", verify("v1", at(A, 64, 8), "w"), verify("v2", at(B, 256, 8), "w"))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().lostCalls()).isZero();
  }

  @Test
  void flushThatTheTargetSwallows_isFoundAfterThePowerCut() {
    RunResult result =
        flushing(Bug.SWALLOWS_FLUSHES)
            .taskOf(
                2,
                "u",
                call("r", RequestOp.READ, 0, 0, at(A, 64, 8)),
                call("s", RequestOp.READ, 0, 0, at(B, 256, 8)))
            .run();
    assertThat(result.failures()).extracting(Failure::check).containsOnly(Check.DURABILITY);
  }
}
