package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimulationTest {

  private final List<Long> seen = new ArrayList<>();
  private final Simulation simulation = simulation(Limits.DEFAULT);

  static Simulation simulation(Limits limits) {
    return new Simulation(
        new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.RING), limits);
  }

  @Test
  void events_comeInTheOrderOfTime_tiesInTheOrderOfScheduling() {
    simulation.schedule(20, seen::add, 3);
    simulation.schedule(10, seen::add, 1);
    simulation.schedule(20, seen::add, 4);
    simulation.schedule(10, seen::add, 2);
    simulation.run();
    assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
    assertThat(simulation.now()).isEqualTo(20);
  }

  @Test
  void event_atTheCurrentTime_comesAfterThoseThatWaitForIt() {
    simulation.schedule(5, a -> simulation.schedule(0, seen::add, 3), 0);
    simulation.schedule(5, seen::add, 2);
    simulation.run();
    assertThat(seen).containsExactly(2L, 3L);
    assertThat(simulation.now()).isEqualTo(5);
  }

  @Test
  void cancel_isTrueOnce() {
    long handle = simulation.schedule(5, seen::add, 1);
    assertThat(simulation.cancel(handle)).isTrue();
    assertThat(simulation.cancel(handle)).isFalse();
    assertThat(simulation.workPending()).isZero();
    simulation.run();
    assertThat(seen).isEmpty();
    assertThat(simulation.now()).isZero();
  }

  @Test
  void cancel_byAStaleHandle_leavesTheSlotsNextEventAlone() {
    long stale = simulation.schedule(1, seen::add, 1);
    simulation.run();
    long reused = simulation.schedule(1, seen::add, 2);
    assertThat((int) reused).isEqualTo((int) stale);
    assertThat(simulation.cancel(stale)).isFalse();
    simulation.run();
    assertThat(seen).containsExactly(1L, 2L);
  }

  @Test
  void cancel_ofItselfWhileItIsHandled_isTooLate() {
    long[] handle = new long[1];
    handle[0] = simulation.schedule(1, a -> seen.add(simulation.cancel(handle[0]) ? 1L : 0L), 0);
    simulation.run();
    assertThat(seen).containsExactly(0L);
  }

  @Test
  void cancel_byANumberThatIsNoHandle_isFalse() {
    simulation.schedule(1, seen::add, 1);
    for (long handle : new long[] {0, -1, 7, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(simulation.cancel(handle)).isFalse();
    }
  }

  @Test
  void background_doesNotKeepTheRunAlive_butHappensWhileItLives() {
    simulation.scheduleBackground(5, seen::add, 5);
    simulation.schedule(10, seen::add, 10);
    simulation.scheduleBackground(15, seen::add, 15);
    simulation.run();
    assertThat(seen).containsExactly(5L, 10L);
    assertThat(simulation.now()).isEqualTo(10);
    assertThat(simulation.dispatched()).isEqualTo(2);
  }

  @Test
  void workOfAHostThatDied_neverHappens_norIsCounted_norKeepsTheRunAlive() {
    long dropped = simulation.schedule(20, seen::add, 20);
    simulation.schedule(5, a -> simulation.dropHost(), 0);
    simulation.scheduleOutside(10, seen::add, 10);
    simulation.scheduleBackground(10, seen::add, 11);
    simulation.scheduleOutside(11, a -> simulation.schedule(1, seen::add, 12), 0);
    simulation.run();
    assertThat(seen).containsExactly(10L, 11L, 12L);
    assertThat(simulation.cancel(dropped)).isFalse();
    assertThat(simulation.now()).isEqualTo(12);
    assertThat(simulation.dispatched()).isEqualTo(5);
    assertThat(simulation.workPending()).isZero();
  }

  @Test
  void cancelledBackground_leavesTheCountOfWorkAlone() {
    long timer = simulation.scheduleBackground(5, seen::add, 5);
    simulation.schedule(10, seen::add, 10);
    assertThat(simulation.cancel(timer)).isTrue();
    assertThat(simulation.workPending()).isEqualTo(1);
    simulation.run();
    assertThat(seen).containsExactly(10L);
  }

  @Test
  void timeLimit_isTheLastTimeAtWhichAnEventHappens() {
    Simulation limited = simulation(new Limits(100, 1_000));
    limited.schedule(100, seen::add, 1);
    limited.schedule(101, seen::add, 2);
    assertThatThrownBy(limited::run)
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("100 ns");
    assertThat(seen).containsExactly(1L);
    assertThat(limited.now()).isEqualTo(100);
  }

  @Test
  void eventLimit_stopsALivelock() {
    Simulation limited = simulation(new Limits(100, 1_000));
    limited.schedule(0, new Again(limited), 0);
    assertThatThrownBy(limited::run)
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("1000 events");
    assertThat(limited.dispatched()).isEqualTo(1_001);
    assertThat(limited.now()).isZero();
  }

  @Test
  void recordLimit_stopsAnEventThatNeverEnds() {
    Simulation limited = simulation(new Limits(100, 50));
    limited.schedule(
        0,
        a -> {
          while (true) {
            limited.record(EventKind.MARK, 0, 0, 0, 0, 0);
          }
        },
        0);
    assertThatThrownBy(limited::run).isInstanceOf(LimitReached.class);
    assertThat(limited.log().count()).isEqualTo(51);
  }

  @Test
  void run_insideAnEvent_isRefused() {
    simulation.schedule(1, a -> simulation.run(), 0);
    assertThatThrownBy(simulation::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("inside an event");
    assertThat(simulation.insideEvent()).isFalse();
  }

  @Test
  void negativeDelay_isRefusedAndChangesNothing() {
    assertThatThrownBy(() -> simulation.schedule(-1, seen::add, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThat(simulation.workPending()).isZero();
    simulation.run();
  }

  @Test
  void delayBeyondTheEndOfTime_endsThere() {
    simulation.schedule(1, a -> simulation.schedule(Long.MAX_VALUE, seen::add, 0), 0);
    assertThatThrownBy(simulation::run).isInstanceOf(LimitReached.class);
  }

  @Test
  void insideEvent_isTrueOnlyThere() {
    simulation.schedule(1, a -> seen.add(simulation.insideEvent() ? 1L : 0L), 0);
    simulation.run();
    assertThat(seen).containsExactly(1L);
    assertThat(simulation.insideEvent()).isFalse();
  }

  @Test
  void runUntil_isRefusedInsideAnEvent_andIsOutsideWhenItEnds() {
    simulation.schedule(1, a -> simulation.runUntil(() -> true), 0);
    assertThatThrownBy(() -> simulation.runUntil(() -> false))
        .hasMessageContaining("inside an event");
    assertThat(simulation.runUntil(() -> true)).isTrue();
    assertThat(simulation.insideEvent()).isFalse();
    assertThat(simulation.runUntil(() -> false)).isFalse();
    assertThat(simulation.insideEvent()).isFalse();
  }

  @Test
  void limits_mustBePositive() {
    assertThatThrownBy(() -> new Limits(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private record Again(Simulation limited) implements EventHandler {
    @Override
    public void handle(long argument) {
      limited.schedule(0, this, 0);
    }
  }
}
