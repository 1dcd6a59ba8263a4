package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.check.TwoHalves.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stacked devices and the disks below them do wrong, and what they do not. */
final class StackedFaultsTest {

  private static final int FUA = RequestFlag.FUA.bit();
  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();

  private final CheckFixture world = CheckFixture.stacked(TwoHalves.TABLE);

  /** A device that makes a mistake; a bio of all its sectors, its pieces one after the other. */
  private TwoHalves mapper(Mistake mistake) {
    return new TwoHalves(world, mistake);
  }

  private void fill(long first, int count, long tag) {
    for (long sector = first; sector < first + count; sector++) {
      world.medium.setTag(sector, tag);
    }
  }

  private void cut() {
    world.checks.powerCut(0);
    while (!world.disk.held.isEmpty()) {
      world.disk.end(BlockStatus.OFFLINE);
    }
  }

  private void submitBoth(TwoHalves mapper, RequestOp op) {
    world.submit(mapper, op, 0, 4, 8);
  }

  private void finishAll() {
    while (!world.disk.held.isEmpty()) {
      world.disk.finish();
    }
  }

  @Test
  void rightDevice_failsNothing() {
    TwoHalves mapper = mapper(Mistake.NONE);
    for (RequestOp op : new RequestOp[] {RequestOp.WRITE, RequestOp.READ}) {
      submitBoth(mapper, op);
      finishAll();
      submitBoth(mapper, op);
      world.disk.end(BlockStatus.MEDIUM);
      finishAll();
    }
    world.submit(mapper, RequestOp.WRITE, PREFLUSH | FUA, 4, 8);
    finishAll();
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mistake.class,
      names = {"FORGETS_THE_SECOND", "MISSES_BY_ONE"})
  void piece_thatDoesNotComeWhereTheTableLeads_failsData(Mistake mistake) {
    submitBoth(mapper(mistake), RequestOp.READ);
    finishAll();

    assertThat(world.failed()).isNotEmpty().containsOnly(Check.DATA);
    assertThat(world.message())
        .isEqualTo(
            mistake == Mistake.MISSES_BY_ONE
                ? "a bio of call 0 to disk below m came to sector 105, where its tables do not lead"
                : "a bio of call 0 to disk below m is over, but not all of the 4 sectors from 0 on"
                    + " were read");
  }

  @Test
  void piece_thatIsNotSentBehindOneThatFailed_failsData() {
    TwoHalves mapper = mapper(Mistake.STOPS_AT_AN_ERROR);
    world.disk.failsAtOnce = true;
    submitBoth(mapper, RequestOp.WRITE);

    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  @Test
  void error_thatTheDeviceHides_failsErrorBits() {
    submitBoth(mapper(Mistake.HIDES_ERRORS), RequestOp.WRITE);
    world.disk.end(BlockStatus.MEDIUM);
    finishAll();

    assertThat(world.failed()).containsExactly(Check.ERROR_BITS);
    assertThat(world.message())
        .isEqualTo("a bio of call 0 to m ended well, but its piece at disk failed");
  }

  @Test
  void errorOfAnEmptyFlush_thatTheDeviceHides_failsErrorBits() {
    world.submit(mapper(Mistake.HIDES_ERRORS), RequestOp.WRITE, PREFLUSH, 0, 0);
    world.disk.end(BlockStatus.MEDIUM);

    assertThat(world.failed()).containsExactly(Check.ERROR_BITS);
  }

  @Test
  void errorOfDataBehindAFlush_thatTheDeviceHides_failsErrorBits() {
    world.submit(mapper(Mistake.HIDES_ERRORS), RequestOp.WRITE, PREFLUSH, 4, 8);
    world.disk.finish();
    world.disk.end(BlockStatus.MEDIUM);
    finishAll();

    assertThat(world.failed()).containsExactly(Check.ERROR_BITS);
    assertThat(world.message()).endsWith("to m ended well, but its piece at disk failed");
  }

  @Test
  void errorOfAFlush_thatTheDeviceGivesToTheData_failsErrorBits() {
    world.submit(mapper(Mistake.KEEPS_THE_ERROR_OF_A_FLUSH), RequestOp.WRITE, PREFLUSH, 4, 8);
    world.disk.end(BlockStatus.MEDIUM);
    finishAll();

    assertThat(world.failed()).containsExactly(Check.ERROR_BITS);
    assertThat(world.message()).endsWith("to m failed, but none of its pieces did");
  }

  @Test
  void error_thatTheDeviceInvents_failsErrorBits() {
    submitBoth(mapper(Mistake.INVENTS_ERRORS), RequestOp.WRITE);
    finishAll();

    assertThat(world.failed()).containsExactly(Check.ERROR_BITS);
    assertThat(world.message()).endsWith("to m failed, but none of its pieces did");
  }

  @Test
  void iterator_thatIsNotLeftAtTheLastPiece_failsData() {
    submitBoth(mapper(Mistake.LEAVES_THE_ITERATOR), RequestOp.READ);
    world.disk.end(BlockStatus.MEDIUM);
    finishAll();

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.message()).endsWith("left its iterator at byte 0, not at byte 2048");
  }

  @Test
  void memory_thatIsTouchedAfterAPieceHasEnded_failsData() {
    submitBoth(mapper(Mistake.NONE), RequestOp.READ);
    long address = world.disk.held.getFirst().vecAddress(0);
    world.disk.finish();
    world.memory.contents().setTag(address / 512, Tags.stamp(99, 0));
    world.disk.finish();

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.message()).contains("of disk below m, sector 104 holds");
  }

  @Test
  void read_isComparedWithWhatItsDiskHeldThen() {
    TwoHalves mapper = mapper(Mistake.NONE);
    submitBoth(mapper, RequestOp.READ);
    world.disk.finish();
    world.submitPage(7, 104, 1);
    world.disk.held.addFirst(world.disk.held.removeLast());
    world.disk.finish();
    world.disk.finish();
    assertThat(world.failures.kept()).isEmpty();

    submitBoth(mapper, RequestOp.READ);
    fill(104, 1, Tags.ZERO);
    finishAll();
    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mistake.class,
      names = {"FORGETS_FLUSHES", "FORGETS_FUA"})
  void promise_thatDoesNotReachTheDisk_failsDurability(Mistake mistake) {
    TwoHalves mapper = mapper(mistake);
    world.submit(mapper, RequestOp.WRITE, FUA, 4, 8);
    finishAll();
    if (mistake == Mistake.FORGETS_FLUSHES) {
      submitBoth(mapper, RequestOp.WRITE);
      finishAll();
      world.submit(mapper, RequestOp.WRITE, PREFLUSH, 0, 0);
      finishAll();
    }
    world.checks.powerCut(0);
    fill(104, 4, Tags.ZERO);
    world.atRest();

    assertThat(world.failed()).isNotEmpty().containsOnly(Check.DURABILITY);
  }

  @Test
  void half_thatWasOnlyCachedAtACut_mayBeLost_whileTheOtherIsUnderWay() {
    submitBoth(mapper(Mistake.NONE), RequestOp.WRITE);
    world.disk.finish();
    var other = world.disk.held.removeFirst();
    world.checks.powerCut(0);
    fill(104, 4, Tags.ZERO);
    world.disk.held.add(other);
    world.disk.finish();
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void half_thatIsFlushed_outlivesACut_whileTheOtherIsUnderWay() {
    submitBoth(mapper(Mistake.NONE), RequestOp.WRITE);
    world.disk.finish();
    world.submit(RequestOp.WRITE, PREFLUSH, 0, 0);
    world.disk.endLast(BlockStatus.OK);
    cut();
    fill(104, 4, Tags.ZERO);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
  }

  @Test
  void inFlightWrite_thatLeavesGarbageAtACut_failsData() {
    submitBoth(mapper(Mistake.NONE), RequestOp.WRITE);
    cut();
    world.atRest();
    assertThat(world.failures.kept()).isEmpty();

    fill(104, 1, Tags.stamp(99, 0));
    world.atRest();
    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  @Test
  void errorOfAFlushThatDataFollow_isLostByTheKernel_andSoIsWhatItShouldHaveKept() {
    TwoHalves mapper = mapper(Mistake.NONE);
    submitBoth(mapper, RequestOp.WRITE);
    finishAll();
    world.submit(mapper, RequestOp.WRITE, PREFLUSH, 8, 1);
    world.disk.end(BlockStatus.MEDIUM);
    finishAll();
    world.checks.powerCut(0);
    fill(104, 4, Tags.ZERO);
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.kept()).extracting(Loss::kind).containsExactly(Loss.Kind.KERNEL);
    assertThat(world.losses.count()).isEqualTo(4);
  }

  @Test
  void lossByTheKernel_needsALossOfPower_andNoFlushTakesItBack() {
    TwoHalves mapper = mapper(Mistake.NONE);
    submitBoth(mapper, RequestOp.WRITE);
    finishAll();
    world.submit(mapper, RequestOp.WRITE, PREFLUSH, 8, 1);
    world.disk.end(BlockStatus.MEDIUM);
    finishAll();
    world.checks.powerCut(0);
    fill(104, 2, Tags.ZERO);
    world.submit(mapper, RequestOp.WRITE, PREFLUSH, 0, 0);
    finishAll();
    world.atRest();
    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isEqualTo(2);

    CheckFixture powered = CheckFixture.stacked(TwoHalves.TABLE);
    TwoHalves above = new TwoHalves(powered, Mistake.NONE);
    powered.submit(above, RequestOp.WRITE, 0, 0, 8);
    powered.disk.finish();
    powered.submit(above, RequestOp.WRITE, PREFLUSH, 8, 1);
    powered.disk.end(BlockStatus.MEDIUM);
    powered.disk.finish();
    powered.medium.setTag(100, Tags.ZERO);
    powered.atRest();
    assertThat(powered.failed()).containsExactly(Check.DATA);
  }

  @Test
  void lossByTheKernel_isNoneAnyMore_onceAFlushEndsWell() {
    TwoHalves mapper = mapper(Mistake.NONE);
    submitBoth(mapper, RequestOp.WRITE);
    finishAll();
    world.submit(mapper, RequestOp.WRITE, PREFLUSH, 8, 1);
    world.disk.end(BlockStatus.MEDIUM);
    finishAll();
    world.submit(mapper, RequestOp.WRITE, PREFLUSH, 0, 0);
    finishAll();
    world.checks.powerCut(0);
    fill(104, 4, Tags.ZERO);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
  }
}
