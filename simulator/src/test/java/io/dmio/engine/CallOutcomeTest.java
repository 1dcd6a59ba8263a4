package io.dmio.engine;

import static io.dmio.engine.EngineFixture.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.Errno;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.sim.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of outcomes, for each of the three kinds of memory. */
final class CallOutcomeTest {

  private final EngineFixture fixture = new EngineFixture();
  private final FakeDevice a = FakeDevice.holding(0);
  private final FakeDevice b = FakeDevice.holding(1);
  private final FakeDevice c = FakeDevice.holding(2);

  enum Kind {
    PAGE_LIST {
      @Override
      void call(EngineFixture f, boolean sync, RequestOp op, List<IoRegion> where, Heard heard) {
        IoMemory.PageList pages = f.pages(2, 0);
        if (sync) {
          f.engine.sync(7, op, where, pages, heard);
        } else {
          f.engine.async(7, op, where, pages, heard);
        }
      }
    },
    VECTORS {
      @Override
      void call(EngineFixture f, boolean sync, RequestOp op, List<IoRegion> where, Heard heard) {
        IoMemory.Vectors vectors = f.pieces(2, 4096);
        if (sync) {
          f.engine.syncBvec(7, op, where, vectors, heard);
        } else {
          f.engine.asyncBvec(7, op, where, vectors, heard);
        }
      }
    },
    VIRTUAL {
      @Override
      void call(EngineFixture f, boolean sync, RequestOp op, List<IoRegion> where, Heard heard) {
        IoMemory.VirtualBuffer buffer =
            new IoMemory.VirtualBuffer(f.memory.allocateScattered(2, 1), 0);
        if (sync) {
          f.engine.syncVm(7, op, where, buffer, heard);
        } else {
          f.engine.asyncVm(7, op, where, buffer, heard);
        }
      }
    };

    abstract void call(
        EngineFixture f, boolean sync, RequestOp op, List<IoRegion> where, Heard heard);
  }

  static Stream<Kind> kinds() {
    return Stream.of(Kind.values());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sync_returnsOnlyAfterTheLastBio_withZeroBits(Kind kind) {
    Heard heard = call(kind, true, RequestOp.WRITE, each(8, a, b));
    a.end(0, BlockStatus.OK);
    fixture.simulation.run();
    assertThat(heard.moments()).isEmpty();
    b.end(0, BlockStatus.OK);
    assertThat(heard.moments()).isEmpty();
    fixture.simulation.run();
    assertThat(heard.moments()).containsExactly("returned OK 0x0");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sync_failedRegions_areTheSetBits(Kind kind) {
    Heard heard = call(kind, true, RequestOp.WRITE, each(8, a, b, c));
    c.end(0, BlockStatus.MEDIUM);
    b.end(0, BlockStatus.OK);
    a.end(0, BlockStatus.IOERR);
    fixture.simulation.run();
    assertThat(heard.moments()).containsExactly("returned EIO 0x5");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void async_returnsAtOnce_andIsNotifiedOnceWithTheBits(Kind kind) {
    Heard heard = call(kind, false, RequestOp.WRITE, each(8, a, b, c));
    assertThat(heard.moments()).containsExactly("returned OK");
    b.end(0, BlockStatus.TIMEOUT);
    c.end(0, BlockStatus.OK);
    assertThat(heard.moments()).hasSize(1);
    a.end(0, BlockStatus.OK);
    assertThat(heard.moments()).containsExactly("returned OK", "notified 0x2");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void async_inlineDevice_isNotifiedBeforeTheCallReturns(Kind kind) {
    Heard heard = call(kind, false, RequestOp.WRITE, each(8, FakeDevice.inline(4)));
    assertThat(heard.moments()).containsExactly("notified 0x0", "returned OK");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sync_inlineDevice_returnsInsideTheCall(Kind kind) {
    FakeDevice bad = FakeDevice.inline(4).failing(BlockStatus.NOSPC);
    Heard heard = call(kind, true, RequestOp.WRITE, each(8, bad));
    assertThat(heard.moments()).containsExactly("returned EIO 0x1");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sync_readOfTwoRegions_isRefused_withoutWritingBits(Kind kind) {
    Heard heard = call(kind, true, RequestOp.READ, each(8, a, b));
    assertThat(heard.moments()).containsExactly("returned EIO");
    assertThat(heard.result().refusal()).isEqualTo(Refusal.MULTI_REGION_READ);
    assertThat(a.held() + b.held()).isZero();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void async_readOfTwoRegions_isNotifiedWithOne_andReturnsAnError(Kind kind) {
    Heard heard = call(kind, false, RequestOp.READ, each(0, a, b));
    assertThat(heard.moments()).containsExactly("notified 0x1", "returned EIO");
    assertThat(fixture.ios().out()).isZero();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noRegions_areDoneAtOnce(Kind kind) {
    assertThat(call(kind, true, RequestOp.WRITE, List.of()).moments())
        .containsExactly("returned OK 0x0");
    assertThat(call(kind, false, RequestOp.WRITE, List.of()).moments())
        .containsExactly("notified 0x0", "returned OK");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void emptyRegions_areSkipped_andTheirBitsStay0(Kind kind) {
    FakeDevice bad = FakeDevice.inline(5).failing(BlockStatus.IOERR);
    List<IoRegion> where =
        List.of(new IoRegion(bad, 0, 0), new IoRegion(bad, 0, 8), new IoRegion(bad, 0, 0));
    assertThat(call(kind, true, RequestOp.WRITE, where).moments())
        .containsExactly("returned EIO 0x2");
  }

  @ParameterizedTest
  @EnumSource(value = BlockStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void everyBadStatus_isOneBit_andEio(BlockStatus status) {
    FakeDevice bad = FakeDevice.inline(5).failing(status);
    assertThat(fixture.sync(RequestOp.WRITE, each(8, bad), fixture.pages(1, 0)).moments())
        .containsExactly("returned EIO 0x1");
  }

  @Test
  void laterSuccess_neverClearsABit() {
    FakeDevice disk = FakeDevice.holding(3);
    Heard heard = fixture.async(RequestOp.WRITE, each(4100, disk), fixture.pages(513, 0));
    fixture.simulation.run();
    disk.end(0, BlockStatus.MEDIUM);
    while (disk.held() > 0) {
      disk.end(0, BlockStatus.OK);
    }
    assertThat(heard.moments()).endsWith("notified 0x1");
  }

  @Test
  void region63_ownsTheHighestBit_and64RegionsAreTheMost() {
    FakeDevice good = FakeDevice.inline(0);
    FakeDevice bad = FakeDevice.inline(1).failing(BlockStatus.IOERR);
    List<IoRegion> regions = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      regions.add(new IoRegion(i == 63 || i == 31 ? bad : good, 8L * i, 8));
    }
    Heard heard = fixture.async(RequestOp.WRITE, regions, fixture.pages(1, 0));
    assertThat(heard.moments()).contains("notified 0x8000000080000000");
    regions.add(new IoRegion(good, 0, 8));
    Heard refused = fixture.async(RequestOp.WRITE, regions, fixture.pages(1, 0));
    assertThat(refused.moments()).containsExactly("returned EINVAL");
    assertThat(refused.result().refusal()).isEqualTo(Refusal.TOO_MANY_REGIONS);
  }

  @Test
  void callBeforeAnyGet_isRefused() {
    EngineFixture without = new EngineFixture(Steps.CLASSIC);
    Heard heard = without.sync(RequestOp.WRITE, each(8, a), without.pages(1, 0));
    assertThat(heard.result()).isEqualTo(IoReturn.refused(Refusal.NO_POOL));
  }

  @Test
  void refusal_isWarnedOf_inTheLog() {
    fixture.sync(RequestOp.READ, each(8, a, b), fixture.pages(1, 0));
    long last = fixture.simulation.log().count() - 1;
    assertThat(fixture.simulation.log().kind(last)).isEqualTo(EventKind.WARN);
  }

  @Test
  void syncCalls_setSync_asyncCallsDoNot() {
    fixture.sync(RequestOp.WRITE, each(8, a), fixture.pages(1, 0));
    fixture.async(RequestOp.WRITE, each(8, a), fixture.pages(1, 0));
    assertThat(a.sent())
        .extracting(FakeDevice.Sent::flags)
        .containsExactly(RequestFlag.SYNC.bit(), 0);
  }

  @Test
  void pendingSignal_returnsEintrWithoutBits_andTheLateBioEndsInTheEngine() {
    Heard heard =
        fixture.call(
            RequestOp.WRITE, true, each(8, a), fixture.pages(1, 0), new Heard().withSignal());
    assertThat(heard.moments()).containsExactly("returned EINTR");
    assertThat(heard.result().errno()).isEqualTo(Errno.EINTR);
    Heard next = fixture.sync(RequestOp.WRITE, each(8, b), fixture.pages(1, 0));
    a.end(0, BlockStatus.IOERR);
    b.end(0, BlockStatus.OK);
    fixture.simulation.run();
    assertThat(heard.moments()).hasSize(1);
    assertThat(next.moments()).containsExactly("returned OK 0x0");
    assertThat(fixture.bios().out()).isZero();
  }

  @Test
  void pendingSignal_changesNothing_ifTheBiosAreHomeAlready() {
    Heard heard =
        fixture.call(
            RequestOp.WRITE,
            true,
            each(8, FakeDevice.inline(3)),
            fixture.pages(1, 0),
            new Heard().withSignal());
    assertThat(heard.moments()).containsExactly("returned OK 0x0");
  }

  private Heard call(Kind kind, boolean sync, RequestOp op, List<IoRegion> where) {
    Heard heard = new Heard();
    kind.call(fixture, sync, op, where, heard);
    return heard;
  }
}
