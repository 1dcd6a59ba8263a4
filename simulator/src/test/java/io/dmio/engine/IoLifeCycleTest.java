package io.dmio.engine;

import static io.dmio.engine.EngineFixture.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IoLifeCycleTest {

  private final EngineFixture fixture = new EngineFixture();
  private final FakeDevice a = FakeDevice.holding(0);
  private final FakeDevice b = FakeDevice.holding(1);

  @Test
  void ioAndBios_areBackInTheirPools_beforeTheCallerHears() {
    List<Long> out = new ArrayList<>();
    Heard heard =
        new Heard()
            .then(
                () -> {
                  out.add(fixture.ios().out());
                  out.add(fixture.bios().out());
                });
    fixture.call(RequestOp.WRITE, false, each(8, a, b), fixture.pages(1, 0), heard);
    a.end(0, BlockStatus.OK);
    b.end(0, BlockStatus.OK);
    assertThat(out).containsExactly(0L, 0L);
  }

  @Test
  void callback_mayEndThePool() {
    List<IoReturn> put = new ArrayList<>();
    Heard heard = new Heard().then(() -> put.add(fixture.engine.put(64)));
    fixture.call(RequestOp.WRITE, false, each(8, a), fixture.pages(1, 0), heard);
    assertThat(fixture.engine.put(64)).isEqualTo(IoReturn.refused(Refusal.PUT_IN_USE));
    a.end(0, BlockStatus.OK);
    assertThat(put).containsExactly(IoReturn.ACCEPTED);
    assertThat(fixture.ios().exists()).isFalse();
  }

  @Test
  void callback_mayCallAgain_withTheVeryElementThatItHeardOf() {
    EngineFixture single = new EngineFixture(Steps.CLASSIC);
    single.engine.get(1);
    single.allocatorDead(true);
    Heard again = new Heard();
    Heard first =
        new Heard()
            .then(() -> single.call(RequestOp.WRITE, false, each(8, b), single.pages(1, 0), again));
    List<Heard> others = new ArrayList<>();
    single.call(RequestOp.WRITE, false, each(0, a), single.pages(1, 0), first);
    for (int i = 0; i < 3; i++) {
      others.add(single.async(RequestOp.WRITE, each(0, a), single.pages(1, 0)));
    }
    assertThat(again.moments()).containsExactly("returned OK");
    assertThat(others).allSatisfy(o -> assertThat(o.moments()).hasSize(2));
  }

  @Test
  void call_waitsForABio_andGoesOnByAnEventWhenOneComesBack() {
    EngineFixture one = new EngineFixture(Steps.CLASSIC);
    one.engine.get(1);
    List<Heard> heard = new ArrayList<>();
    one.allocatorDead(true);
    FakeDevice empty = FakeDevice.holding(5);
    for (int i = 0; i < 2; i++) {
      heard.add(one.async(RequestOp.WRITE, each(8, empty), one.pages(1, 0)));
    }
    heard.add(one.async(RequestOp.WRITE, each(8, empty), one.pages(1, 0)));
    assertThat(heard.get(2).moments()).as("waits for a bio: the reserve has two").isEmpty();
    empty.end(0, BlockStatus.OK);
    assertThat(heard.get(2).moments()).as("never resumed inline").isEmpty();
    one.simulation.run();
    assertThat(heard.get(2).moments()).containsExactly("returned OK");
    assertThat(one.bios().books().maxWaiting()).isEqualTo(1);
  }

  @Test
  void callThatWaitsForAnIo_isAsynchronousAllTheSame() {
    EngineFixture one = new EngineFixture(Steps.CLASSIC);
    one.engine.get(1);
    one.allocatorDead(true);
    List<Heard> heard = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      heard.add(one.async(RequestOp.WRITE, each(8, a), one.pages(1, 0)));
    }
    assertThat(one.ios().out()).isEqualTo(4);
    assertThat(heard.get(4).moments()).isEmpty();
    for (int round = 0; round < 5; round++) {
      a.end(0, BlockStatus.OK);
      one.simulation.run();
    }
    assertThat(heard).allSatisfy(h -> assertThat(h.moments()).contains("notified 0x0"));
    assertThat(one.ios().out()).isZero();
  }

  @Test
  void syncCalls_takeNoIoFromThePool() {
    fixture.sync(RequestOp.WRITE, each(8, a), fixture.pages(1, 0));
    assertThat(fixture.ios().out()).isZero();
    assertThat(fixture.bios().out()).isEqualTo(1);
  }

  @Test
  void order_isTakeSubmitEndGiveBackNotify() {
    fixture.async(RequestOp.WRITE, each(8, FakeDevice.inline(3)), fixture.pages(1, 0));
    EventLog log = fixture.simulation.log();
    List<EventKind> kinds = new ArrayList<>();
    for (long i = 2; i < log.count(); i++) {
      kinds.add(log.kind(i));
    }
    assertThat(kinds)
        .containsExactly(
            EventKind.POOL_TAKE,
            EventKind.POOL_TAKE,
            EventKind.SUBMIT,
            EventKind.END,
            EventKind.POOL_GIVE,
            EventKind.POOL_GIVE);
  }

  @Test
  void failedRead_isZeroedFromTheIteratorOn_andWritesAreLeftAlone() {
    IoMemory.PageList pages = fixture.pages(2, 0);
    fill(pages);
    fixture.async(RequestOp.READ, each(16, a), pages);
    a.heldAt(0).advance(3 * 512);
    a.end(0, BlockStatus.IOERR);
    assertThat(tag(pages, 2)).isNotEqualTo(Tags.ZERO);
    for (int sector = 3; sector < 16; sector++) {
      assertThat(tag(pages, sector)).as("sector %d", sector).isEqualTo(Tags.ZERO);
    }
    fill(pages);
    fixture.async(RequestOp.WRITE, each(16, a), pages);
    a.end(0, BlockStatus.IOERR);
    assertThat(tag(pages, 5)).isNotEqualTo(Tags.ZERO);
  }

  @Test
  void failedRead_zeroesNothing_ifTheDriverLeftTheIteratorAtTheEnd() {
    IoMemory.PageList pages = fixture.pages(1, 0);
    fill(pages);
    fixture.async(RequestOp.READ, each(8, a), pages);
    a.heldAt(0).setResidual(0);
    a.end(0, BlockStatus.IOERR);
    assertThat(tag(pages, 7)).isNotEqualTo(Tags.ZERO);
  }

  private void fill(IoMemory.PageList pages) {
    for (int sector = 0; sector < pages.pages().length * 8; sector++) {
      fixture.memory.contents().setTag(sectorOf(pages, sector), Tags.pattern(1, sector));
    }
  }

  private long tag(IoMemory.PageList pages, int sector) {
    return fixture.memory.contents().tag(sectorOf(pages, sector));
  }

  private static long sectorOf(IoMemory.PageList pages, int sector) {
    return pages.pages()[sector / 8] / 512 + sector % 8;
  }
}
