package io.dmio.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.StubDevice;
import io.dmio.device.DiskBench;
import io.dmio.device.DiskBench.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappedDeviceTest {

  private static final QueueLimits DISCARDS = new QueueLimits(64, 9, 512, 4096, 10, 20);

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final int FUA = RequestFlag.FUA.bit();

  private final DiskBench bench = new DiskBench();
  private final StubDevice below = new StubDevice(1000, true);

  @Test
  void bio_isCutAtTheBordersOfTheTable_andEveryPieceIsTried() {
    Bio bio = bench.bio(RequestOp.WRITE, 0, 4, 16);

    Ended ended = bench.run(linearErrorLinear(), bio);

    assertThat(below.log).containsExactly("WRITE 104+4 []", "WRITE 16+4 []");
    assertThat(below.addresses).containsExactly(bio.vecAddress(0), bio.vecAddress(0) + 12 * 512);
    assertThat(ended.status()).isEqualTo("IOERR");
  }

  @Test
  void iterator_isLeftAtTheLastPiece_whateverHappened() {
    assertThat(bench.run(linearErrorLinear(), RequestOp.READ, 4, 16).residual()).isEqualTo(4 * 512);
    assertThat(bench.run(linearErrorLinear(), RequestOp.READ, 16, 9).residual()).isEqualTo(9 * 512);
    assertThat(bench.run(linearErrorLinear(), RequestOp.READ, 0, 8).residual()).isEqualTo(8 * 512);
    assertThat(bench.run(linearErrorLinear(), RequestOp.READ, 0, 9).residual()).isEqualTo(512);
  }

  @Test
  void status_isThatOfTheFirstPieceThatFailed_andTheBioEndsOnce() {
    below.hold().fail(100, BlockStatus.MEDIUM).fail(16, BlockStatus.NOSPC);
    MappedDevice device =
        device(below, segment(0, 8, linear(0, 100)), segment(8, 16, linear(8, 16)));
    bench.bio(RequestOp.WRITE, 0, 0, 16).submitTo(device);
    below.endOldest();
    assertThat(bench.ended).isEmpty();

    below.endOldest();

    assertThat(bench.ended).extracting(Ended::status).containsExactly("MEDIUM");
  }

  @Test
  void biosUnderWayTogether_areCountedApart() {
    below.hold();
    MappedDevice device = device(below, segment(0, 8, linear(0, 0)), segment(8, 8, linear(8, 8)));
    bench.bio(RequestOp.WRITE, 0, 0, 16).submitTo(device);
    bench.bio(RequestOp.WRITE, 0, 0, 8).submitTo(device);
    below.held.remove(2).end(BlockStatus.OK);
    assertThat(bench.ended).extracting(Ended::bio).containsExactly(1);
    below.endOldest();
    below.endOldest();
    assertThat(bench.ended).extracting(Ended::bio).containsExactly(1, 0);
  }

  @Test
  void flush_goesOnceToEachSegmentThatTakesIt_andTheFirstCarriesFua() {
    bench.run(linearErrorLinear(), bench.bio(RequestOp.WRITE, PREFLUSH | FUA, 3, 0));

    assertThat(below.log).containsExactly("WRITE 103+0 [PREFLUSH, FUA]", "WRITE 0+0 [PREFLUSH]");
    assertThat(bench.ended.get(0).status()).isEqualTo("OK");
  }

  @Test
  void data_followsTheFlush_byAnEvent_withFuaAndWithoutPreflush() {
    bench.bio(RequestOp.WRITE, PREFLUSH | FUA, 3, 2).submitTo(linearErrorLinear());
    assertThat(below.log).hasSize(2);
    assertThat(bench.ended).isEmpty();

    bench.simulation.run();

    assertThat(below.log).hasSize(3).last().isEqualTo("WRITE 103+2 [FUA]");
    assertThat(bench.ended).extracting(Ended::status).containsExactly("OK");
  }

  @Test
  void statusOfAFlush_isLostIfDataFollows_andToldIfNot() {
    below.failFlushes();

    assertThat(bench.run(linearErrorLinear(), bench.bio(RequestOp.WRITE, PREFLUSH, 3, 2)).status())
        .isEqualTo("OK");
    assertThat(bench.run(linearErrorLinear(), bench.bio(RequestOp.WRITE, PREFLUSH, 3, 0)).status())
        .isEqualTo("TIMEOUT");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void writeCache_isAnnouncedIffThereIsOneBelow(boolean cached) {
    StubDevice base = new StubDevice(1000, cached);
    LowerRange all = new LowerRange(base, 0, 0);
    List<Target> takers =
        List.of(
            new LinearTarget(all),
            new DelayTarget(all, bench.simulation, 1),
            new DustTarget(all, 8),
            new StripedTarget(List.of(all), 8),
            new FlakeyTarget(
                1, all, FlakeyFaults.ERROR, () -> true, bench.memory, TargetWatch.NONE));
    for (Target target : takers) {
      assertThat(device(base, segment(0, 8, target)).hasWriteCache())
          .as(target.kind())
          .isEqualTo(cached);
    }
  }

  @Test
  void withoutASegmentThatTakesFlushes_thereIsNoWriteCache_andFlushFlagsVanish() {
    MappedDevice device =
        device(
            below, segment(0, 8, new ZeroTarget(bench.memory)), segment(8, 8, new ErrorTarget()));

    assertThat(device.hasWriteCache()).isFalse();
    assertThat(bench.run(device, bench.bio(RequestOp.WRITE, PREFLUSH, 8, 0)).status())
        .isEqualTo("OK");
    bench.bio(RequestOp.WRITE, PREFLUSH | FUA, 0, 4).submitTo(device);
    assertThat(bench.ended).as("inline").hasSize(2);
  }

  @Test
  void errorSegment_makesTheDeviceUnableToDiscard() {
    below.limited(DISCARDS);

    QueueLimits linear = device(below, segment(0, 8, linear(0, 0))).limits();
    assertThat(linear).isEqualTo(below.limits());
    assertThat(linearErrorLinear().limits()).isEqualTo(new QueueLimits(64, 9, 512, 4096, 0, 0));
  }

  @Test
  void discard_isCutLikeData() {
    below.limited(DISCARDS);
    MappedDevice device =
        device(below, segment(0, 8, linear(0, 100)), segment(8, 8, linear(8, 16)));
    assertThat(bench.run(device, RequestOp.DISCARD, 4, 8).status()).isEqualTo("OK");
    assertThat(below.log).containsExactly("DISCARD 104+4 []", "DISCARD 16+4 []");
  }

  @Test
  void discardOfADeviceThatCannot_isNotSupported() {
    below.limited(DISCARDS);
    assertThat(bench.run(linearErrorLinear(), RequestOp.DISCARD, 0, 4).status())
        .isEqualTo("NOTSUPP");
    assertThat(below.log).isEmpty();
  }

  @Test
  void endOfTheDevice_isCheckedBeforeCutting() {
    Ended ended = bench.run(linearErrorLinear(), RequestOp.WRITE, 60, 8);

    assertThat(ended).isEqualTo(new Ended(0, 0, "IOERR", 8 * 512));
    assertThat(below.log).isEmpty();
  }

  @Test
  void device_hasItsOwnNumberNameAndSize() {
    assertThat(linearErrorLinear().id()).isEqualTo(7);
    assertThat(linearErrorLinear().name()).isEqualTo("dm");
    assertThat(linearErrorLinear().sectors()).isEqualTo(64);
  }

  static Stream<List<Segment>> badTables() {
    Target error = new ErrorTarget();
    return Stream.of(
        List.of(),
        List.of(new Segment(1, 8, error)),
        List.of(new Segment(0, 0, error)),
        List.of(new Segment(0, 8, error), new Segment(9, 8, error)),
        List.of(new Segment(0, 8, error), new Segment(7, 8, error)));
  }

  @ParameterizedTest
  @MethodSource("badTables")
  void tableWithGapsOrNothing_isRefused(List<Segment> table) {
    assertThatThrownBy(
            () -> new MappedDevice(7, "dm", bench.simulation, table, QueueLimits.UNLIMITED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dm");
  }

  /** Sectors 0-7 lie at 100, 8-15 fail, 16-63 lie where they are. */
  private MappedDevice linearErrorLinear() {
    return device(
        below,
        segment(0, 8, linear(0, 100)),
        segment(8, 8, new ErrorTarget()),
        segment(16, 48, linear(16, 16)));
  }

  private MappedDevice device(StubDevice base, Segment... table) {
    return new MappedDevice(
        7, "dm", bench.simulation, new ArrayList<>(List.of(table)), base.limits());
  }

  private static Segment segment(long first, long count, Target target) {
    return new Segment(first, count, target);
  }

  private Target linear(long begin, long offset) {
    return new LinearTarget(new LowerRange(below, begin, offset));
  }
}
