package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dmio.device.PowerCutRecord;
import io.dmio.device.Survival;
import io.dmio.fault.FaultOp;
import io.dmio.fault.SilentKind;
import io.dmio.testbed.RunResult.RuleResult;
import io.dmio.testbed.WorldEvent.Action;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.Action.Offline;
import io.dmio.testbed.WorldEvent.Action.Online;
import io.dmio.testbed.WorldEvent.Action.PowerCut;
import io.dmio.testbed.WorldEvent.Action.Quiet;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.Quantity;
import io.dmio.workload.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExternalEventsTest {

  private static final int A = 0;
  private static final int B = 1;

  /** Three writes of 80 us to a and b, the second 1 ms after the first, and so on. */
  private static List<Long> bits(Action first, Action second) {
    Step pause = new Step.Sleep(Quantity.of(920_000));
    RunResult result =
        world()
            .disks("a", "b")
            .bad(A, 0, 1, FaultOp.WRITE)
            .task(
                "writer",
                get(1),
                write("w1", at(A, 0, 8), at(B, 0, 8)),
                pause,
                write("w2", at(A, 0, 8), at(B, 0, 8)),
                pause,
                write("w3", at(A, 0, 8), at(B, 0, 8)),
                pause,
                read("r", at(B, 0, 8)))
            .event(new When.At(500_000), first)
            .event(new When.At(1_500_000), second)
            .run();
    assertThat(result.failures()).isEmpty();
    return result.callList().stream().map(CallOutcome::bits).toList();
  }

  @Test
  void quiet_silencesAllRules() {
    assertThat(bits(new Quiet(), new Quiet())).containsExactly(1L, 0L, 0L, 0L);
  }

  @Test
  void offlineDisks_failTheirBios_untilTheyAreOnline() {
    assertThat(bits(new Offline(List.of(B)), new Online(List.of(B))))
        .containsExactly(0b01L, 0b11L, 0b01L, 0L);
    assertThat(bits(new Offline(List.of(A, B)), new Online(List.of(A))))
        .containsExactly(0b01L, 0b11L, 0b11L, 1L);
  }

  @Test
  void powerComesBack_afterItsDelay() {
    PowerCut brief = new PowerCut(List.of(A, B), Survival.ALL, 1_000_000);
    assertThat(bits(brief, new Online(List.of(A)))).containsExactly(0b01L, 0b11L, 0b01L, 0L);
    PowerCut forEver = new PowerCut(List.of(B), Survival.ALL, -1);
    assertThat(bits(forEver, new Online(List.of(B)))).containsExactly(0b01L, 0b11L, 0b11L, 1L);
  }

  @Test
  void result_keepsWhatHappened_andWhatEachCutDidToEachDisk() {
    RunResult result =
        world()
            .disks("a", "b")
            .bad(A, 0, 1, FaultOp.READ)
            .silent(0, new SilentKind.FlushLie())
            .task("writer", get(1), write("w", at(A, 0, 8), at(B, 0, 8)))
            .event(new When.At(40_000), new PowerCut(List.of(B), Survival.NONE, -1))
            .event(new When.After("never", 0), new Quiet())
            .event(new When.At(100_000), new CrashHost(Survival.ALL, 50_000))
            .run();
    ExternalEvents outside = result.outside();
    assertThat(outside.events())
        .extracting(ExternalEvents.EventResult::timeNanos)
        .containsExactly(40_000L, -1L, 100_000L);
    assertThat(outside.events())
        .extracting(ExternalEvents.EventResult::happened)
        .containsExactly(true, false, true);
    assertThat(outside.boots()).containsExactly(0L, 150_000L);
    assertThat(outside.powerCuts())
        .extracting(PowerCutRecord::timeNanos, PowerCutRecord::device, PowerCutRecord::how)
        .as("b has no power that the crash could take")
        .containsExactly(tuple(40_000L, B, Survival.NONE), tuple(100_000L, A, Survival.ALL));
    assertThat(result.rules()).extracting(RuleResult::silent).containsExactly(false, true);
  }
}
