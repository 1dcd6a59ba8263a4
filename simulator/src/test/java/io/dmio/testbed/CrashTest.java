package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.load;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.verify;
import static io.dmio.testbed.WorldSpecs.waitFor;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.device.HoldOrder;
import io.dmio.device.Survival;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.LogMode;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.Action.PowerCut;
import io.dmio.testbed.WorldEvent.Action.Release;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrashTest {

  private static final int A = 0;
  private static final int B = 1;

  /** In the middle of the first write, which takes 80 us. */
  private static final When IN_FLIGHT = new When.At(40_000);

  private static final RunOptions LOGGED = new RunOptions(LogMode.FULL, RunListener.NONE, null);

  private static CrashHost crash(Survival survival) {
    return new CrashHost(survival, -1);
  }

  private static CrashHost reboot(Survival survival, long nanos) {
    return new CrashHost(survival, nanos);
  }

  private static Step sleep(long nanos) {
    return new Step.Sleep(Quantity.of(nanos));
  }

  @Test
  void crash_endsTheHost_andNothingOfItRunsOn() {
    RunResult result =
        Testbed.run(
            world()
                .disks("a", "b")
                .task("loader", get(4), load(LoadSpec.Pattern.RANDWRITE, 1000, 8, 2, A, B))
                .task("sleeper", sleep(400_000), new Step.Mark("woke"))
                .task("waiter", waitFor("event-0"), new Step.Mark("heard"))
                .event(new When.At(300_000), crash(Survival.RANDOM))
                .build(),
            LOGGED);
    EventLog log = result.log();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.totals().virtualTimeNanos()).isEqualTo(300_000);
    assertThat(after(log, EventKind.CRASH)).containsOnly(EventKind.POWER, EventKind.SURVIVE);
    assertThat(result.totals().lostCalls()).isPositive();
    assertThat(result.totals().failedCalls()).isZero();
  }

  @Test
  void callsUnderWay_areLost_neitherFailedNorHanging() {
    RunResult result =
        world()
            .disks("a")
            .task(
                "writer",
                get(1),
                writeAsync("done", at(A, 0, 8)),
                waitForAll(),
                sleep(10_000),
                writeAsync("told", at(A, 8, 8)),
                write("untold", at(A, 16, 8)))
            .event(new When.At(100_000), crash(Survival.NONE))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.totals().lostCalls()).isEqualTo(2);
    CallOutcome told = result.callList().get(1);
    CallOutcome untold = result.callList().get(2);
    assertThat(result.callList().get(0).lost()).isFalse();
    assertThat(told.lost()).isTrue();
    assertThat(told.result()).isNotNull();
    assertThat(told.notified()).isFalse();
    assertThat(untold.lost()).isTrue();
    assertThat(untold.result()).isNull();
  }

  @Test
  void nextBoot_readsWhatSurvived_andWhatTheEarlierBootWroteIsKnown() {
    for (Survival survival : List.of(Survival.NONE, Survival.ALL)) {
      boolean all = survival == Survival.ALL;
      RunResult result =
          world()
              .disks("a")
              .task("writer", get(1), write("old", at(A, 0, 8)), write("new", at(A, 0, 8)))
              .taskOf(2, "reader", get(1), verify("v", at(A, 0, 8), all ? "new" : "old"), put(1))
              .event(new When.At(120_000), reboot(survival, 1_000_000))
              .run();
      assertThat(result.failures()).as(survival.name()).isEmpty();
      assertThat(result.totals().calls()).isEqualTo(3);
      assertThat(result.totals().virtualTimeNanos()).isEqualTo(1_200_000);
    }
  }

  @Test
  void verify_findsOut_thatAWriteDidNotSurvive() {
    RunResult result =
        world()
            .disks("a")
            .task("writer", get(1), write("old", at(A, 0, 8)), write("new", at(A, 0, 8)))
            .taskOf(2, "reader", get(1), verify("v", at(A, 0, 8), "new"))
            .event(new When.At(120_000), reboot(Survival.NONE, 0))
            .run();
    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.EXPECT);
    assertThat(result.failures().get(0).actual()).contains("old");
  }

  @Test
  void nextBoot_hasPoolsAndMemoryOfItsOwn() {
    WorldSpecs without =
        world()
            .disks("a")
            .task("writer", get(64), write("w", at(A, 0, 8)))
            .taskOf(2, "again", write("w2", at(A, 0, 8)))
            .event(IN_FLIGHT, reboot(Survival.ALL, 0));
    assertThat(without.run().failures()).extracting(Failure::check).containsExactly(Check.USAGE);
    RunResult with =
        world()
            .disks("a")
            .task("writer", get(64), writeAsync("w", at(A, 0, 8)))
            .taskOf(2, "again", get(2), write("w2", at(A, 0, 8)))
            .event(IN_FLIGHT, reboot(Survival.ALL, 0))
            .run();
    assertThat(with.failures()).isEmpty();
    RunResult.PoolResult ios = with.pools().get(0);
    assertThat(ios.books().minNr()).isEqualTo(8);
    assertThat(ios.books().taken()).isZero();
    assertThat(with.pools().get(1).books().taken()).isEqualTo(1);
  }

  @Test
  void momentsAndMarks_outliveTheHost() {
    RunResult result =
        Testbed.run(
            world()
                .disks("a")
                .task("writer", get(1), write("w", at(A, 0, 8)), new Step.Mark("m1"), sleep(1))
                .taskOf(2, "again", waitFor("w"), waitFor("m1"), waitFor("writer"))
                .taskOf(2, "other", new Step.Mark("m2"))
                .event(new When.At(100_000), reboot(Survival.ALL, 50_000))
                .event(new When.After("m2", 10), new Release(A))
                .build(),
            LOGGED);
    assertThat(result.failures()).isEmpty();
    assertThat(details(result.log(), EventKind.MARK)).containsExactly(0, 1);
    assertThat(result.totals().virtualTimeNanos()).isEqualTo(150_010);
    assertThat(details(result.log(), EventKind.BOOT)).containsExactly(2);
  }

  @Test
  void whoWaitsForWhatTheOldHostNeverDid_hangs() {
    RunResult result =
        world()
            .disks("a")
            .task("writer", get(1), write("w", at(A, 0, 8)))
            .taskOf(2, "again", waitFor("w"))
            .event(IN_FLIGHT, reboot(Survival.ALL, 0))
            .run();
    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.PROGRESS);
    assertThat(result.failures().get(0).message()).contains("again").doesNotContain("writer");
  }

  @Test
  void numbersOfCallsAndBios_goOn() {
    RunResult result =
        Testbed.run(
            world()
                .disks("a")
                .task("writer", get(1), write("w", at(A, 0, 8)), write("x", at(A, 0, 8)))
                .taskOf(2, "again", get(1), write("y", at(A, 0, 8)))
                .event(new When.At(100_000), reboot(Survival.ALL, 0))
                .build(),
            LOGGED);
    assertThat(subjects(result.log(), EventKind.SUBMIT)).containsExactly(0, 1, 2);
    assertThat(subjects(result.log(), EventKind.CALL)).containsExactly(0, 1, 2);
    assertThat(result.totals().bios()).isEqualTo(3);
    assertThat(result.callList()).extracting(CallOutcome::name).containsExactly("w", "x", "y");
  }

  @Test
  void bootsAreCounted_andATaskOfABootThatNeverComesDoesNotRun() {
    WorldSpecs specs =
        world()
            .disks("a")
            .task("one", sleep(1_000_000))
            .taskOf(2, "two", sleep(1_000_000))
            .taskOf(3, "three", get(1), write("w", at(A, 0, 8)))
            .taskOf(4, "four", waitFor("never"))
            .event(new When.At(10), reboot(Survival.ALL, 10))
            .event(new When.At(30), reboot(Survival.ALL, 10));
    RunResult result = Testbed.run(specs.build(), LOGGED);
    assertThat(result.failures()).isEmpty();
    assertThat(subjects(result.log(), EventKind.TASK_START)).containsExactly(0, 1, 2);
    assertThat(result.totals().calls()).isEqualTo(1);
  }

  @Test
  void crashOfAHostThatIsDown_callsItsRebootOff() {
    WorldSpecs specs =
        world()
            .disks("a")
            .task("one", sleep(1_000_000))
            .taskOf(2, "two", new Step.Mark("m"))
            .event(new When.At(10), reboot(Survival.ALL, 100))
            .event(new When.At(20), reboot(Survival.ALL, 500));
    RunResult result = Testbed.run(specs.build(), LOGGED);
    assertThat(result.totals().virtualTimeNanos()).isEqualTo(520);
    assertThat(details(result.log(), EventKind.BOOT)).containsExactly(2);
    specs.event(new When.At(30), crash(Survival.ALL));
    assertThat(details(Testbed.run(specs.build(), LOGGED).log(), EventKind.BOOT)).isEmpty();
  }

  @Test
  void writeInFlight_leavesBothVersionsPermitted_whateverSurvives() {
    for (Survival survival : List.of(Survival.NONE, Survival.ALL, Survival.RANDOM)) {
      for (long seed = 1; seed <= 20; seed++) {
        RunResult result =
            world()
                .disks("a", "b")
                .seed(seed)
                .task("loader", get(4), load(LoadSpec.Pattern.RANDRW, 400, 8, 2, A, B))
                .taskOf(2, "loader2", get(4), load(LoadSpec.Pattern.RANDRW, 100, 8, 2, A, B))
                .event(new When.At(1_000_000), reboot(survival, 1_000_000))
                .run();
        assertThat(result.failures()).as(survival + ", seed " + seed).isEmpty();
        assertThat(result.totals().lostCalls()).isPositive();
      }
    }
  }

  @Test
  void equalWorlds_crashEqually() {
    WorldSpec spec =
        world()
            .disks("a", "b")
            .task("loader", get(4), load(LoadSpec.Pattern.RANDRW, 400, 8, 2, A, B))
            .taskOf(2, "again", get(4), load(LoadSpec.Pattern.RANDRW, 100, 8, 1, A, B))
            .event(new When.At(1_000_000), reboot(Survival.RANDOM, 1_000_000))
            .build();
    RunResult first = Testbed.run(spec, RunOptions.PLAIN);
    RunResult second = Testbed.run(spec, LOGGED);
    assertThat(second.digests().fingerprint()).isEqualTo(first.digests().fingerprint());
    assertThat(second.digests().outcome()).isEqualTo(first.digests().outcome());
    assertThat(first.tried().states()).isEqualTo(1);
  }

  @Test
  void biosThatWaitInQueuesAndDisks_areLostWithTheHost() {
    RunResult result =
        world()
            .holding("a", HoldOrder.FIFO)
            .disks("b")
            .engine(16, true)
            .task("writer", get(1), writeAsync("w", at(A, 0, 8), at(B, 0, 8)), waitForAll())
            .taskOf(2, "reader", get(1), verify("v", at(B, 0, 8), "initial"))
            .event(new When.At(1_000), reboot(Survival.ALL, 0))
            .event(new When.At(2_000_000), new Release(A))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(result.devices().get(A).sectorsWritten()).isZero();
    assertThat(result.devices().get(B).bios()).isEqualTo(1);
  }

  @Test
  void clientsOfLinux_areMadeAnew_ifThereIsMemory() {
    WorldSpecs specs =
        world()
            .disks("a")
            .linux("main")
            .task("writer", write("w", at(A, 0, 8)), write("x", at(A, 0, 8)))
            .taskOf(2, "again", write("y", at(A, 0, 8)))
            .event(new When.At(100_000), reboot(Survival.ALL, 1_000));
    assertThat(specs.run().failures()).isEmpty();
    RunResult dry = specs.noMemory("main.ios", "event-0").run();
    assertThat(dry.failures()).extracting(Failure::check).containsExactly(Check.USAGE);
    assertThat(dry.failures().get(0).message()).contains("y was refused by no-pool");
  }

  @Test
  void diskThatWasCutOff_waitsForItsOwnPower_notForTheReboot() {
    RunResult off =
        world()
            .disks("a", "b")
            .task("one", sleep(1))
            .taskOf(2, "two", get(1), write("w", at(A, 0, 8), at(B, 0, 8)))
            .event(new When.At(10), new PowerCut(List.of(B), Survival.ALL, -1))
            .event(new When.At(20), reboot(Survival.ALL, 100))
            .run();
    assertThat(off.callList().get(0).bits()).isEqualTo(0b10);
    RunResult on =
        world()
            .disks("a", "b")
            .task("one", sleep(1))
            .taskOf(2, "two", get(1), write("w", at(A, 0, 8), at(B, 0, 8)))
            .event(new When.At(10), new PowerCut(List.of(B), Survival.ALL, 30))
            .event(new When.At(20), reboot(Survival.ALL, 100))
            .run();
    assertThat(on.callList().get(0).bits()).isZero();
  }

  @Test
  void laterCut_callsOffAnEarlierRestoration() {
    RunResult result =
        world()
            .disks("a")
            .task(
                "one",
                get(1),
                sleep(50),
                write("off", at(A, 0, 8)),
                sleep(100_000),
                write("on", at(A, 0, 8)))
            .event(new When.At(10), new PowerCut(List.of(A), Survival.ALL, 30))
            .event(new When.At(20), new PowerCut(List.of(A), Survival.ALL, 1_000))
            .run();
    assertThat(result.callList()).extracting(CallOutcome::bits).containsExactly(1L, 0L);
  }

  private static List<EventKind> after(EventLog log, EventKind kind) {
    List<EventKind> kinds = new ArrayList<>();
    boolean seen = false;
    for (long i = log.first(); i < log.count(); i++) {
      if (seen) {
        kinds.add(log.kind(i));
      }
      seen |= log.kind(i) == kind;
    }
    return kinds;
  }

  private static List<Integer> details(EventLog log, EventKind kind) {
    List<Integer> found = new ArrayList<>();
    for (long i = log.first(); i < log.count(); i++) {
      if (log.kind(i) == kind) {
        found.add(log.detail(i));
      }
    }
    return found;
  }

  private static List<Integer> subjects(EventLog log, EventKind kind) {
    List<Integer> found = new ArrayList<>();
    for (long i = log.first(); i < log.count(); i++) {
      if (log.kind(i) == kind) {
        found.add(log.subject(i));
      }
    }
    return found;
  }
}
