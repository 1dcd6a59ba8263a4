package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SparesTest {

  private final Spares<Thing> spares = new Spares<>();

  @Test
  void lastIn_isFirstOut() {
    Thing first = new Thing();
    Thing second = new Thing();
    spares.push(first);
    spares.push(second);

    assertThat(spares.pop()).isSameAs(second);
    assertThat(spares.pop()).isSameAs(first);
    assertThat(spares.pop()).isNull();
    assertThat(spares.pop()).isNull();
  }

  @Test
  void whatWasTaken_mayGoElsewhere_andComeBack() {
    Spares<Thing> others = new Spares<>();
    Thing first = new Thing();
    Thing second = new Thing();
    spares.push(first);
    spares.push(second);
    assertThat(spares.pop()).isSameAs(second);
    others.push(second);

    assertThat(spares.pop()).isSameAs(first);
    assertThat(others.pop()).isSameAs(second);
    spares.push(second);
    assertThat(others.pop()).isNull();
    assertThat(spares.pop()).isSameAs(second);
    assertThat(spares.pop()).isNull();
  }

  private static final class Thing extends Spare {}
}
