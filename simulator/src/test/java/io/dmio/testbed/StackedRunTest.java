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
import io.dmio.mapper.FlakeyFaults;
import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TableSpec.Line;
import io.dmio.mapper.TargetSpec;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.LogMode;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.Action.PowerCut;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds with stacked devices. */
final class StackedRunTest {

  private static final long SECOND = 1_000_000_000;
  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final RunOptions LOGGED = new RunOptions(LogMode.FULL, RunListener.NONE, null);

  private static TableSpec table(int id, TargetSpec... targets) {
    List<Line> lines = new ArrayList<>();
    for (TargetSpec target : targets) {
      lines.add(new Line(lines.size() * 1024L, 1024, target));
    }
    return new TableSpec(id, "m" + id, lines);
  }

  private static TargetSpec linear(int device, long sector) {
    return new TargetSpec.Linear(new Lower(device, sector));
  }

  private static TargetSpec striped(Lower... legs) {
    return new TargetSpec.Striped(8, List.of(legs));
  }

  private static TargetSpec flakey(int up, int down, FlakeyFaults faults) {
    return new TargetSpec.Flakey(new Lower(0, 0), up, down, faults);
  }

  private static RunExpectation losses(long sectors) {
    return new RunExpectation(null, List.of(), null, List.of(), Quantity.of(sectors), null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void diskAndWhatStandsOnIt_areJudgedAsOne(boolean plugged) {
    TargetSpec stripes = striped(new Lower(0, 0), new Lower(1, 256), new Lower(0, 512));
    TableSpec wide = new TableSpec(2, "wide", List.of(new Line(0, 1536, stripes)));
    TableSpec top = table(3, linear(2, 100));
    for (long seed = 1; seed <= 8; seed++) {
      RunResult result =
          world()
              .seed(seed)
              .engine(16, plugged)
              .disks("a", "b")
              .tables(wide, top)
              .task("t", get(8), load(LoadSpec.Pattern.RANDRW, 400, 8, 3, 0, 1, 2, 3))
              .run();
      assertThat(result.failures()).isEmpty();
      assertThat(result.devices()).allMatch(device -> device.bios() > 0);
      assertThat(result.devices().get(3).table()).containsExactly("0 1024 linear wide 100");
    }
  }

  @Test
  void verify_findsBelow_whatWasWrittenAbove_andTheOtherWayRound() {
    RunResult result =
        world()
            .disks("a", "b")
            .tables(table(2, linear(1, 64), linear(0, 32)))
            .task(
                "t",
                get(4),
                write("above", at(2, 1020, 8)),
                verify("v1", at(1, 1084, 4), "above"),
                verify("v2", at(0, 32, 4), "above"),
                write("below", at(1, 64, 1)),
                verify("v3", at(2, 0, 1), "below"),
                verify("v4", at(2, 1, 1), "initial"))
            .run();
    assertThat(result.failures()).isEmpty();
    RunResult wrong =
        world()
            .disks("a", "b")
            .tables(table(2, linear(1, 64)))
            .task("t", get(4), write("w", at(2, 0, 8)), verify("v", at(1, 65, 8), "w"))
            .run();
    assertThat(wrong.failures()).extracting(Failure::check).containsExactly(Check.EXPECT);
  }

  @Test
  void errorSegment_setsTheBitOfTheRegionOnIt() {
    RunResult result =
        world()
            .disks("a")
            .tables(table(1, linear(0, 0), new TargetSpec.Failing(), new TargetSpec.Zero()))
            .task("t", get(4), write("w", at(1, 0, 8), at(1, 1020, 8), at(1, 2048, 8)))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.callList().get(0).bits()).isEqualTo(0b010);
  }

  @Test
  void badSectorBelow_failsThePart_andTheRegion() {
    RunResult result =
        Testbed.run(
            world()
                .disks("a", "b")
                .tables(table(2, striped(new Lower(0, 0), new Lower(1, 0))))
                .bad(1, 9, 1, FaultOp.READ)
                .task("t", get(4), read("good", at(2, 0, 16)), read("bad", at(2, 16, 16)))
                .build(),
            LOGGED);
    assertThat(result.failures()).isEmpty();
    assertThat(result.callList()).extracting(CallOutcome::bits).containsExactly(0L, 1L);
    EventLog log = result.log();
    List<String> parts = new ArrayList<>();
    for (long record = log.first(); record < log.count(); record++) {
      if (log.kind(record) == EventKind.REMAP) {
        parts.add((log.detail(record) & 0xffff) + "@" + log.a(record) + " of " + log.c(record));
      }
    }
    assertThat(parts).containsExactly("0@0 of 0", "1@0 of 8", "0@8 of 16", "1@8 of 24");
  }

  private static WorldSpecs dropping() {
    return world()
        .disks("a")
        .tables(table(1, flakey(1, 1, FlakeyFaults.DROP_WRITES)))
        .task(
            "t",
            get(4),
            write("first", at(1, 0, 8)),
            new Step.Sleep(Quantity.of(SECOND)),
            write("dropped", at(1, 2, 4)),
            read("r1", at(0, 0, 8)),
            read("r2", at(1, 0, 8)),
            new Step.Sleep(Quantity.of(SECOND)),
            write("second", at(1, 2, 2)),
            read("r3", at(1, 0, 8)));
  }

  @Test
  void droppedWrites_areLossesOfTheTable_onceEach() {
    RunResult result = dropping().expect(losses(4)).run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().failedCalls()).isZero();
    assertThat(result.findings().losses().get(0).expected()).isEqualTo("what dropped wrote");
    RunExpectation none =
        new RunExpectation(Check.INTEGRITY, List.of(), null, List.of(), Quantity.of(0), null);
    RunResult strict = dropping().expect(none).run();
    assertThat(strict.verdict()).isEqualTo(Verdict.EXPECTED_FAILURE);
    assertThat(strict.failures().get(0).message()).endsWith("because of the table of m1");
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void corruptedBytes_areLosses_andLeaveTheCallersMemoryAlone(PayloadMode payload) {
    FlakeyFaults write = FlakeyFaults.corrupting(new FlakeyFaults.CorruptByte(600, false, 9));
    RunResult result =
        world()
            .payload(payload)
            .disks("a", "b")
            .tables(table(2, flakey(0, 1, write)))
            .task(
                "t",
                get(4),
                write("w", at(2, 0, 4), at(1, 0, 4)),
                verify("v", at(1, 0, 4), "w"),
                read("r", at(0, 0, 4)))
            .expect(losses(1))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.findings().losses().get(0).sector()).isEqualTo(1);
  }

  @Test
  void corruptedReads_areLossesOfOneCall() {
    FlakeyFaults read = FlakeyFaults.corrupting(new FlakeyFaults.CorruptByte(0, true, 9));
    RunResult result =
        world()
            .disks("a")
            .tables(table(1, flakey(0, 1, read)))
            .task("t", get(4), write("w", at(1, 0, 4)), read("r", at(1, 0, 4)))
            .taskOf(1, "u", waitFor("r"), verify("v", at(0, 0, 4), "w"))
            .expect(losses(1))
            .run();
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void phases_areBackground_andCountFromTheLoading() {
    RunResult result =
        Testbed.run(
            world()
                .disks("a")
                .tables(table(1, flakey(2, 1, FlakeyFaults.ERROR)))
                .task(
                    "t",
                    get(4),
                    new Step.Sleep(Quantity.of(2 * SECOND)),
                    write("down", at(1, 0, 1)))
                .taskOf(
                    2, "u", get(4), new Step.Sleep(Quantity.of(SECOND)), write("up", at(1, 0, 1)))
                .event(new When.At(SECOND * 5 / 2), new CrashHost(Survival.ALL, 0))
                .build(),
            LOGGED);
    assertThat(result.failures()).isEmpty();
    assertThat(result.callList()).extracting(CallOutcome::bits).containsExactly(1L, 0L);
    assertThat(result.totals().virtualTimeNanos()).isLessThan(4 * SECOND);
    EventLog log = result.log();
    List<Long> phases = new ArrayList<>();
    for (long record = log.first(); record < log.count(); record++) {
      if (log.kind(record) == EventKind.PHASE) {
        phases.add(log.time(record));
      }
    }
    assertThat(phases).containsExactly(2 * SECOND);
  }

  @Test
  void delayedBios_areLostWithTheirHost() {
    TargetSpec.Delay.Lane lane = new TargetSpec.Delay.Lane(new Lower(0, 0), SECOND);
    RunResult result =
        world()
            .disks("a")
            .tables(table(1, new TargetSpec.Delay(lane, lane, lane, 1)))
            .task("t", get(4), writeAsync("w", at(1, 0, 8)))
            .taskOf(2, "u", get(4), verify("v", at(1, 0, 8), "initial"))
            .event(new When.At(SECOND / 2), new CrashHost(Survival.ALL, 0))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().lostCalls()).isEqualTo(1);
    assertThat(result.totals().virtualTimeNanos()).isGreaterThan(SECOND * 3 / 2);
  }

  private static WorldSpecs flushing(TargetSpec target) {
    return world()
        .linux("main")
        .cached("a", QueueLimits.UNLIMITED)
        .cached("b", QueueLimits.UNLIMITED)
        .tables(table(2, target))
        .task(
            "t",
            call("w", RequestOp.WRITE, 0, 0, at(2, 0, 32)),
            waitFor("w"),
            call("f", RequestOp.WRITE, PREFLUSH, 0, at(2, 0, 0)),
            waitFor("event-0"),
            read("r", at(2, 0, 32)))
        .event(new When.After("f", 0), new PowerCut(List.of(0, 1), Survival.NONE, 0));
  }

  @Test
  void flush_reachesEveryDiskBelow() {
    RunResult result = flushing(striped(new Lower(0, 0), new Lower(1, 0))).expect(losses(0)).run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().bios()).isEqualTo(3);
  }

  @Test
  void droppedFlush_explainsWhatPowerTakes() {
    FlakeyFaults drop = FlakeyFaults.DROP_WRITES;
    TargetSpec later = new TargetSpec.Flakey(new Lower(0, 0), 1, 1, drop);
    RunResult result =
        world()
            .linux("main")
            .cached("a", QueueLimits.UNLIMITED)
            .tables(table(1, later))
            .task(
                "t",
                call("w", RequestOp.WRITE, 0, 0, at(1, 0, 4)),
                waitFor("w"),
                new Step.Sleep(Quantity.of(SECOND)),
                call("f", RequestOp.WRITE, PREFLUSH, 0, at(1, 0, 0)),
                waitFor("event-0"),
                read("r", at(1, 0, 4)))
            .event(new When.After("f", 0), new PowerCut(List.of(0), Survival.NONE, 0))
            .expect(losses(4))
            .run();
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void discard_isForStacksWhoseEveryDiskCan() {
    QueueLimits able = new QueueLimits(Long.MAX_VALUE, 128, 512, 512, 16, 8);
    WorldSpecs both =
        world()
            .linux("main")
            .cached("a", able)
            .cached("b", QueueLimits.UNLIMITED)
            .tables(table(2, linear(0, 0)), table(3, linear(0, 0), linear(1, 0)))
            .task("t", call("d", RequestOp.DISCARD, 0, 0, at(2, 0, 32), at(3, 0, 32)));
    RunResult result = both.run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.callList().get(0).bits()).isEqualTo(0b10);
    assertThat(result.totals().bios()).isEqualTo(2);
  }

  @Test
  void equalWorlds_giveEqualDigests_andNamesOfTablesCount() {
    TableSpec table = table(1, flakey(1, 1, FlakeyFaults.DROP_WRITES));
    TableSpec renamed = new TableSpec(1, "other", table.lines());
    RunResult one = dropping().run();

    assertThat(dropping().run().digests().fingerprint()).isEqualTo(one.digests().fingerprint());
    assertThat(dropping().tables(renamed).run().digests().fingerprint())
        .isNotEqualTo(one.digests().fingerprint());
    assertThat(dropping().tables(renamed).run().digests().outcome())
        .isEqualTo(one.digests().outcome());
    assertThat(dropping().skip(Check.DATA).run().digests().fingerprint())
        .isEqualTo(one.digests().fingerprint());
  }
}
