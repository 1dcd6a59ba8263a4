package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MomentsTest {

  private final Simulation simulation = SimulationTest.simulation(Limits.DEFAULT);
  private final Moments moments = new Moments(simulation);
  private final List<String> heard = new ArrayList<>();

  @Test
  void moment_isReachedAtItsFirstAnnouncement() {
    simulation.schedule(5, a -> moments.reach("mark"), 0);
    simulation.schedule(9, a -> moments.reach("mark"), 0);
    assertThat(moments.isReached("mark")).isFalse();
    simulation.run();
    assertThat(moments.isReached("mark")).isTrue();
    assertThat(moments.timeOf("mark")).isEqualTo(5);
  }

  @Test
  void listeners_hearOnce_inOrder_andLateOnesAtOnce() {
    moments.whenReached("mark", () -> heard.add("first"));
    moments.whenReached("mark", () -> heard.add("second"));
    moments.whenReached("other", () -> heard.add("other"));
    moments.reach("mark");
    moments.reach("mark");
    moments.whenReached("mark", () -> heard.add("late"));
    assertThat(heard).containsExactly("first", "second", "late");
  }

  @Test
  void listenersOfAHostThatDied_hearNothing_andWhatWasReachedStaysSo() {
    moments.reach("past");
    moments.whenReached("mark", () -> heard.add("host"));
    moments.whenReachedOutside("mark", () -> heard.add("outside"));
    moments.whenReached("load[1]", () -> heard.add("host"));
    moments.dropHost();
    assertThat(moments.isAwaited("load[")).isFalse();
    moments.reach("mark");
    moments.whenReachedOutside("past", () -> heard.add("past"));
    assertThat(heard).containsExactly("outside", "past");
  }

  @Test
  void listener_mayWaitForTheSameMomentAgain() {
    moments.whenReached("mark", () -> moments.whenReached("mark", () -> heard.add("inner")));
    moments.reach("mark");
    assertThat(heard).containsExactly("inner");
  }

  @Test
  void timeOf_aMomentToCome_isRefused() {
    assertThatThrownBy(() -> moments.timeOf("mark"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mark");
  }
}
