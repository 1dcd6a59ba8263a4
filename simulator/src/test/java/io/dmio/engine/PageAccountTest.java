package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Errno;
import org.junit.jupiter.api.Test;

final class PageAccountTest {

  private final EngineFixture fixture = new EngineFixture(Steps.CLASSIC);
  private final DmIo engine = fixture.engine;

  @Test
  void reserve_isFourIosForEachPageHeld() {
    engine.get(3);
    assertThat(fixture.ios().minNr()).isEqualTo(12);
    engine.get(5);
    assertThat(fixture.ios().minNr()).isEqualTo(32);
    engine.put(3);
    assertThat(fixture.ios().minNr()).isEqualTo(20);
    assertThat(fixture.ios().reserve()).isEqualTo(20);
  }

  @Test
  void firstGet_makesBothPools_andLastPutDestroysThem() {
    engine.get(2);
    assertThat(fixture.bios().exists()).isTrue();
    assertThat(engine.put(2)).isEqualTo(IoReturn.ACCEPTED);
    assertThat(fixture.ios().exists()).isFalse();
    assertThat(fixture.bios().exists()).isFalse();
    assertThat(engine.get(1)).isEqualTo(IoReturn.ACCEPTED);
    assertThat(fixture.ios().minNr()).isEqualTo(4);
  }

  @Test
  void putThatNoGetCovers_isRefused_andChangesNothing() {
    assertThat(engine.put(1)).isEqualTo(IoReturn.refused(Refusal.PUT_UNCOVERED));
    engine.get(2);
    assertThat(engine.put(3)).isEqualTo(IoReturn.refused(Refusal.PUT_UNCOVERED));
    assertThat(fixture.ios().minNr()).isEqualTo(8);
    assertThat(engine.put(2)).isEqualTo(IoReturn.ACCEPTED);
  }

  @Test
  void firstGet_withoutMemory_isEnomem_andMakesNothing() {
    fixture.allocatorDead(true);
    assertThat(engine.get(1)).isEqualTo(IoReturn.failed(Errno.ENOMEM));
    assertThat(fixture.ios().exists()).isFalse();
    fixture.allocatorDead(false);
    assertThat(engine.get(1)).isEqualTo(IoReturn.ACCEPTED);
  }

  @Test
  void laterGet_withoutMemory_growsLater() {
    engine.get(1);
    fixture.allocatorDead(true);
    assertThat(engine.get(1)).isEqualTo(IoReturn.ACCEPTED);
    assertThat(fixture.ios().minNr()).isEqualTo(8);
    assertThat(fixture.ios().reserve()).isEqualTo(4);
  }

  @Test
  void getOfNoPages_makesAnEmptyReserve_thatPutOfNoPagesEnds() {
    engine.get(0);
    assertThat(fixture.ios().exists()).isTrue();
    assertThat(fixture.ios().minNr()).isZero();
    engine.get(0);
    assertThat(fixture.ios().exists()).isTrue();
    engine.put(0);
    assertThat(fixture.ios().exists()).isFalse();
  }
}
