package io.dmio.fault;

import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.chance;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.mempool.AllocationGate;
import io.dmio.sim.EventKind;
import org.junit.jupiter.api.Test;

final class AllocationFailureTest {

  private final FaultBench faults = new FaultBench();

  @Test
  void window_isOneOnset_inWhichEveryAllocationFails() {
    faults.allocation("engine.ios", on().window(10, 20).always(), Ending.AT_ONCE);
    AllocationGate gate = faults.injector().gateOf("engine.ios");

    assertThat(asked(gate, 2)).isEqualTo("..");
    faults.bench.sleep(10);
    assertThat(asked(gate, 3)).isEqualTo("xxx");
    faults.bench.sleep(10);
    assertThat(asked(gate, 2)).isEqualTo("..");
    assertThat(faults.injector().fired(0)).isEqualTo(1);
    assertThat(faults.injector().hits(0)).isEqualTo(3);
    assertThat(faults.bench.records(EventKind.FAULT)).hasSize(3).contains("0 -1 4 1 -1");
  }

  @Test
  void otherPools_haveMemory() {
    faults.allocation("engine.ios", Trigger.ALWAYS, Ending.AT_ONCE);

    assertThat(faults.injector().gateOf("engine.bios")).isSameAs(AllocationGate.OPEN);
    assertThat(asked(faults.injector().gateOf("engine.ios"), 2)).isEqualTo("xx");
  }

  @Test
  void nthAndEvery_countAllocations() {
    faults
        .allocation("p", on().nth(3).always(), Ending.AT_ONCE)
        .allocation("p", on().every(4).times(2), Ending.AT_ONCE);

    assertThat(asked(faults.injector().gateOf("p"), 13)).isEqualTo("..xx...x.....");
    assertThat(faults.injector().fired(1)).isEqualTo(2);
  }

  @Test
  void onsetThatLasts_lasts() {
    faults.allocation("p", on().nth(2).always(), Ending.after(30));
    AllocationGate gate = faults.injector().gateOf("p");
    assertThat(asked(gate, 3)).isEqualTo(".xx");
    faults.bench.sleep(30);

    assertThat(asked(gate, 3)).isEqualTo("...");
    assertThat(faults.bench.records(EventKind.HEAL)).containsExactly("0 -1 4 0 0");
  }

  @Test
  void probability_drawsFromTheRulesStream() {
    faults.allocation("p", on().chance(chance(1, 2)).always(), Ending.AT_ONCE);

    assertThat(asked(faults.injector().gateOf("p"), 64)).contains("x").contains(".");
    assertThat(faults.bench.simulation.choices().stream("fault/r0").draws()).isEqualTo(64);
  }

  @Test
  void allocationAndMediaError_mayBeOneGroup() {
    faults
        .error(FaultBench.READ, on().nth(1).group(3), Ending.AT_ONCE, at(0, 1))
        .allocation("p", on().group(3), Ending.AT_ONCE);
    AllocationGate gate = faults.injector().gateOf("p");
    assertThat(asked(gate, 2)).isEqualTo("..");
    assertThat(faults.reads(0, 1)).isEqualTo("x");

    assertThat(asked(gate, 2)).isEqualTo("x.");
  }

  @Test
  void whatIsAboutBios_isRefused() {
    assertThatThrownBy(
            () -> new FaultBench().allocation("p", Trigger.ALWAYS, Ending.ON_WRITE).injector())
        .hasMessageContaining("r0");
    assertThatThrownBy(
            () ->
                new FaultBench()
                    .allocation("p", on().atBio("w", 0).always(), Ending.AT_ONCE)
                    .injector())
        .hasMessageContaining("r0");
  }

  private static String asked(AllocationGate gate, int times) {
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < times; i++) {
      answers.append(gate.allows(4) ? '.' : 'x');
    }
    return answers.toString();
  }
}
