package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitQueueTest {

  private final Simulation simulation = SimulationTest.simulation(Limits.DEFAULT);
  private final WaitQueue queue = new WaitQueue(simulation);
  private final List<Integer> resumed = new ArrayList<>();

  private void park(int call) {
    queue.park(
        new Waiter() {
          @Override
          public int call() {
            return call;
          }

          @Override
          public void handle(long argument) {
            resumed.add(call);
          }
        });
  }

  @Test
  void wake_resumesByAnEventAtTheSameTime_neverInline() {
    List<Integer> seenInside = new ArrayList<>();
    park(1);
    simulation.schedule(
        5,
        a -> {
          queue.wake(1);
          seenInside.addAll(resumed);
        },
        0);
    simulation.run();
    assertThat(seenInside).isEmpty();
    assertThat(resumed).containsExactly(1);
    assertThat(simulation.now()).isEqualTo(5);
  }

  @Test
  void wake_isFirstInFirstOut_andWakesNoMoreThanAsked() {
    park(3);
    park(1);
    park(2);
    queue.wake(2);
    simulation.run();
    assertThat(resumed).containsExactly(3, 1);
    assertThat(queue.size()).isEqualTo(1);
    queue.wake(5);
    simulation.run();
    assertThat(resumed).containsExactly(3, 1, 2);
  }

  @Test
  void wakeLast_resumesTheNewest_andNobodyIfThereIsNone() {
    queue.wakeLast();
    park(3);
    park(1);
    queue.wakeLast();
    simulation.run();
    assertThat(resumed).containsExactly(1);
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void forEach_showsTheParkedInOrder() {
    park(3);
    park(1);
    List<Integer> shown = new ArrayList<>();
    queue.forEach(waiter -> shown.add(waiter.call()));
    assertThat(shown).containsExactly(3, 1);
  }
}
