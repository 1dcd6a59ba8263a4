package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CallRegistryTest {

  private final CallRegistry calls = new CallRegistry();

  @Test
  void numbers_goUpFromZero_overAllTasks() {
    CallRegistry.Family load = calls.family("l", 3);

    assertThat(calls.next("w", 1)).isZero();
    assertThat(calls.nextOf(load)).isEqualTo(1);
    assertThat(calls.next("x", 2)).isEqualTo(2);
    assertThat(calls.nextOf(load)).isEqualTo(3);
    assertThat(calls.count()).isEqualTo(4);
    assertThat(calls.name(0)).isEqualTo("w");
    assertThat(calls.name(1)).isEqualTo("l[1]");
    assertThat(calls.name(3)).isEqualTo("l[2]");
    assertThat(calls.taskOf(0)).isEqualTo(1);
    assertThat(calls.taskOf(3)).isEqualTo(3);
  }

  @Test
  void numberOf_findsPlainAndNumberedNames() {
    CallRegistry.Family load = calls.family("l[2]", 0);
    calls.next("w[7]", 0);
    for (int i = 0; i < 100; i++) {
      calls.nextOf(load);
    }

    assertThat(calls.numberOf("w[7]")).isZero();
    assertThat(calls.numberOf("l[2][50]")).isEqualTo(50);
    assertThat(calls.numberOf("l[2]")).isEqualTo(-1);
    assertThat(calls.numberOf("w")).isEqualTo(-1);
  }

  @Test
  void unknownNumbers_areRefused() {
    calls.next("w", 0);

    assertThatThrownBy(() -> calls.name(1)).hasMessage("no such call: 1 of 1");
    assertThatThrownBy(() -> calls.taskOf(-1)).hasMessage("no such call: -1 of 1");
  }
}
