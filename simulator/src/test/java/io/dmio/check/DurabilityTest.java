package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import org.junit.jupiter.api.Test;

/** What a disk may hold after power has failed, and what it must. */
final class DurabilityTest {

  private static final int FUA = RequestFlag.FUA.bit();
  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();

  private final CheckFixture world = CheckFixture.powered(true);

  /** Writes sectors 0-7; the number of the write, from 0. */
  private int write(int flags) {
    return write(flags, 0, 8);
  }

  private int write(int flags, long sector, long count) {
    int call = world.submit(RequestOp.WRITE, flags, sector, count).call();
    world.disk.finish();
    return call;
  }

  private void flush() {
    world.submit(RequestOp.WRITE, PREFLUSH, 0, 0);
    world.disk.end(BlockStatus.OK);
  }

  /** Power fails and leaves a sector with what a write wrote; -1: with zeroes. */
  private void cut(long sector, int write) {
    world.checks.powerCut(0);
    world.medium.setTag(sector, write < 0 ? Tags.ZERO : Tags.stamp(write, (int) sector % 8));
  }

  private void read(long sector, long count) {
    world.submit(RequestOp.READ, 0, sector, count);
    world.disk.finish();
  }

  @Test
  void durability_ofAFlushedWriteThatIsLost_fails_andSaysWhenItWasFlushed() {
    int old = write(FUA);
    int flushed = write(0);
    world.simulation.schedule(18_200_000, ignored -> flush(), 0);
    world.simulation.run();
    cut(3, old);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
    assertThat(world.message())
        .isEqualTo(
            "at rest, on disk, sector 3 holds what call "
                + old
                + " wrote, should hold what call "
                + flushed
                + " wrote, flushed at 18.2ms");
  }

  @Test
  void durability_ofAForcedWriteThatIsLost_fails_andSaysWhenItWasAcknowledged() {
    write(FUA);
    cut(3, -1);
    read(0, 8);

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
    assertThat(world.message())
        .isEqualTo(
            "the memory of call 1 is wrong: of disk, sector 3 holds zeroes,"
                + " should hold what call 0 wrote, acknowledged at 0ns");
  }

  @Test
  void durability_withoutACache_isThatOfEveryAcknowledgedWrite() {
    CheckFixture plain = CheckFixture.powered(false);
    plain.submit(RequestOp.WRITE, 0, 0, 8);
    plain.disk.finish();
    plain.checks.powerCut(0);
    plain.medium.setTag(3, Tags.ZERO);
    plain.atRest();

    assertThat(plain.failed()).containsExactly(Check.DURABILITY);
    assertThat(plain.message()).endsWith("acknowledged at 0ns");
  }

  @Test
  void everyVersionSinceTheDurableOne_mayBeLeft() {
    for (int left = -1; left < 3; left++) {
      DurabilityTest run = new DurabilityTest();
      run.write(0);
      run.write(0);
      run.write(0);
      run.cut(5, left);
      run.read(0, 8);
      run.world.atRest();

      assertThat(run.world.failures.kept()).as("left with " + left).isEmpty();
    }
  }

  @Test
  void nothingOlderThanTheDurableVersion_mayBeLeft() {
    write(0);
    int durable = write(FUA);
    int cached = write(0);
    cut(0, 0);
    cut(1, durable);
    cut(2, cached);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
    assertThat(world.message())
        .contains(
            "sector 0 holds what call 0 wrote, should hold what call 1 wrote or what call 2 wrote");
  }

  @Test
  void writeInFlightAtTheFlush_isNotCovered() {
    world.submit(RequestOp.WRITE, 0, 0, 8);
    world.submit(RequestOp.WRITE, PREFLUSH, 0, 0);
    world.disk.transfer();
    world.disk.end(BlockStatus.OK);
    world.disk.end(BlockStatus.OK);
    cut(3, -1);
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void flushThatFails_coversNothing() {
    write(0);
    world.submit(RequestOp.WRITE, PREFLUSH, 0, 0);
    world.disk.end(BlockStatus.IOERR);
    cut(3, -1);
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void preflushWithData_coversWhatCameBefore_andNotItself() {
    int before = write(0);
    write(PREFLUSH, 8, 8);
    cut(9, -1);
    world.atRest();
    assertThat(world.failures.kept()).isEmpty();

    world.medium.setTag(1, Tags.ZERO);
    world.atRest();
    assertThat(world.failed()).containsExactly(Check.DURABILITY);
    assertThat(world.failures.kept().get(0).expected()).isEqualTo("what call " + before + " wrote");
  }

  @Test
  void writeInFlightAtTheCut_mayLeaveAnySectors() {
    write(FUA);
    world.submit(RequestOp.WRITE, 0, 0, 8);
    cut(2, 1);
    world.disk.end(BlockStatus.OFFLINE);
    read(0, 8);
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void writeUnderWayAtACut_thatEndsWellAfterIt_mayBeLostAtTheNext() {
    world.submit(RequestOp.WRITE, 0, 0, 8);
    world.checks.powerCut(0);
    world.disk.finish();
    for (long sector = 0; sector < 8; sector++) {
      cut(sector, -1);
    }
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void writeUnderWayAtACut_thatFails_hasLeftWhatItLeft() {
    int failed = world.submit(RequestOp.WRITE, 0, 0, 8).call();
    world.checks.powerCut(0);
    world.disk.end(BlockStatus.OFFLINE);
    read(0, 8);
    assertThat(world.failures.kept()).isEmpty();

    cut(3, failed);
    world.atRest();
    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  @Test
  void writeThatFailed_mayLeaveAnySectors_untilAFlushAndAReadSettleIt() {
    write(FUA);
    world.submit(RequestOp.WRITE, 0, 0, 8);
    world.disk.transfer();
    world.disk.end(BlockStatus.MEDIUM);
    flush();
    read(0, 8);
    cut(2, 0);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
  }

  @Test
  void data_notDurability_isWhatFails_whereNothingWasWritten() {
    write(FUA);
    world.checks.powerCut(0);
    world.medium.setTag(30, Tags.stamp(0, 0));
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  @Test
  void data_notDurability_isWhatFails_whereAWriteHasFollowedTheCut() {
    write(FUA);
    world.checks.powerCut(0);
    write(0);
    world.medium.setTag(3, Tags.ZERO);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  @Test
  void whatIsFoundAfterACut_isThereForGood() {
    write(0);
    cut(3, -1);
    read(0, 8);
    world.checks.powerCut(0);
    world.medium.setTag(3, Tags.stamp(0, 3));
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  @Test
  void overlappingWrites_bothFlushed_mayLeaveEither_butNothingOlder() {
    world.submit(RequestOp.WRITE, 0, 0, 8);
    world.submit(RequestOp.WRITE, 0, 0, 8);
    world.disk.transfer();
    world.disk.end(BlockStatus.OK);
    world.disk.transfer();
    world.disk.end(BlockStatus.OK);
    flush();
    cut(1, 0);
    cut(2, -1);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
    assertThat(world.message())
        .contains("sector 2 holds zeroes, should hold what call 0 wrote or what call 1 wrote");
  }

  @Test
  void timesInMessages_areExact_inTheLargestUnitThatFits() {
    assertThat(TimeWords.of(0)).isEqualTo("0ns");
    assertThat(TimeWords.of(999)).isEqualTo("999ns");
    assertThat(TimeWords.of(80_000)).isEqualTo("80us");
    assertThat(TimeWords.of(18_200_000)).isEqualTo("18.2ms");
    assertThat(TimeWords.of(1_000_000_001)).isEqualTo("1.000000001s");
    assertThat(TimeWords.of(90_000_000_000L)).isEqualTo("90s");
  }
}
