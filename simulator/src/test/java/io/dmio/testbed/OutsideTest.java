package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.device.Survival;
import io.dmio.fault.FaultOp;
import io.dmio.testbed.WorldEvent.Action;
import io.dmio.testbed.WorldEvent.Action.Offline;
import io.dmio.testbed.WorldEvent.Action.Online;
import io.dmio.testbed.WorldEvent.Action.PowerCut;
import io.dmio.testbed.WorldEvent.Action.Quiet;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.Quantity;
import io.dmio.workload.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutsideTest {

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
}
