package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.device.DamageListener;
import io.dmio.engine.IoRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of differences that silent faults explain. */
final class LossesTest {

  private static final int FUA = RequestFlag.FUA.bit();
  private static final int RULE = 4;

  private CheckFixture world = CheckFixture.powered(true);

  private void write(int flags) {
    world.submit(RequestOp.WRITE, flags, 0, 8);
    world.disk.finish();
  }

  /** A write of sectors 0-7 of which some are lost. */
  private void loseWrite(long first, long count) {
    world.submit(RequestOp.WRITE, 0, 0, 8);
    long[] before = new long[8];
    world.medium.readTags(0, before, 0, 8);
    world.disk.transfer();
    world.medium.writeTags(first, before, (int) first, (int) count);
    world.losses.damaged(0, first, count, RULE);
    world.disk.end(BlockStatus.OK);
  }

  /** Sectors become zeroes. */
  private void damage(long first, long count) {
    for (long sector = first; sector < first + count; sector++) {
      world.medium.setTag(sector, Tags.ZERO);
    }
    world.losses.damaged(0, first, count, RULE);
  }

  /** A read that overtakes the bio that is held. */
  private void readFirst() {
    world.submit(RequestOp.READ, 0, 0, 8);
    world.disk.held.addLast(world.disk.held.removeFirst());
    world.disk.finish();
  }

  private void read() {
    world.submit(RequestOp.READ, 0, 0, 8);
    world.disk.finish();
  }

  private void flush() {
    world.submit(RequestOp.WRITE, RequestFlag.PREFLUSH.bit(), 0, 0);
    world.disk.end(BlockStatus.OK);
  }

  @Test
  void explainedDifference_isALossAndNoFailure() {
    write(0);
    loseWrite(2, 3);
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isEqualTo(3);
    assertThat(world.losses.kept())
        .containsExactly(new Loss(0, 2, 3, RULE, -1, "what call 1 wrote", "what call 0 wrote", 0));
  }

  @Test
  void integrity_whereNoLossIsExpected_namesSectorsContentsAndRule() {
    world = CheckFixture.powered(true, true);
    write(0);
    loseWrite(2, 3);
    read();

    Failure failure = world.failures.kept().get(0);
    assertThat(failure.check()).isEqualTo(Check.INTEGRITY);
    assertThat(failure.rule()).isEqualTo(RULE);
    assertThat(failure.sector()).isEqualTo(2);
    assertThat(failure.count()).isEqualTo(3);
    assertThat(failure.message())
        .isEqualTo(
            "the memory of call 2 is wrong: of disk, sectors 2-4 hold what call 0 wrote,"
                + " should hold what call 1 wrote, because of the rule number-4");
  }

  @Test
  void lostSector_countsOnce_howeverOftenItIsRead() {
    loseWrite(2, 3);
    read();
    read();
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"READ", "WRITE"})
  void lostSector_countsOnce_whenABioThatCameBeforeTheDamageEndsLater(RequestOp op) {
    write(0);
    world.submit(op, 0, 0, 8);
    world.disk.transfer();
    damage(2, 3);
    readFirst();
    assertThat(world.losses.count()).isEqualTo(3);

    world.disk.end(BlockStatus.OK);
    read();
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isEqualTo(3);
  }

  @Test
  void lostSector_holdsWhatWasFound_andNothingElse() {
    write(0);
    damage(2, 3);
    read();
    world.losses.damaged(0, 2, 1, RULE);
    world.medium.setTag(2, Tags.stamp(0, 2));
    read();

    assertThat(world.losses.count()).isEqualTo(4);
  }

  @Test
  void lostSector_thatIsRewrittenAndLostAgain_countsAgain() {
    loseWrite(2, 3);
    read();
    write(0);
    loseWrite(2, 1);
    read();

    assertThat(world.losses.count()).isEqualTo(4);
  }

  @Test
  void rewrittenSector_isDeclaredNoMore() {
    loseWrite(2, 3);
    write(FUA);
    world.medium.setTag(2, Tags.ZERO);
    read();

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.losses.count()).isZero();
  }

  @Test
  void differenceBesideTheDeclaredSectors_fails() {
    loseWrite(2, 3);
    world.medium.setTag(5, Tags.ZERO);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.failures.kept().get(0).sector()).isEqualTo(5);
    assertThat(world.losses.count()).isEqualTo(3);
  }

  @Test
  void failedRewrite_endsNoDeclaration() {
    loseWrite(2, 3);
    world.submit(RequestOp.WRITE, 0, 0, 8);
    world.disk.end(BlockStatus.MEDIUM);
    read();

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isEqualTo(3);
  }

  @Test
  void rewriteThatPowerTakes_bringsTheDeclarationBack() {
    write(FUA);
    loseWrite(2, 3);
    flush();
    write(0);
    world.checks.powerCut(0);
    world.medium.setTag(2, Tags.stamp(0, 2));
    read();

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isEqualTo(1);
  }

  @Test
  void durableRewrite_endsTheDeclarationForGood() {
    write(FUA);
    loseWrite(2, 3);
    write(0);
    flush();
    world.checks.powerCut(0);
    world.medium.setTag(2, Tags.stamp(0, 2));
    read();

    assertThat(world.failed()).containsExactly(Check.DURABILITY);
    assertThat(world.losses.count()).isZero();
  }

  @Test
  void damageWithoutARule_isBecauseOfALossOfPower() {
    world = CheckFixture.powered(true, true);
    write(FUA);
    world.checks.powerCut(0);
    world.losses.damaged(0, 3, 1, DamageListener.NO_RULE);
    world.medium.setTag(3, Tags.ZERO);
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.INTEGRITY);
    assertThat(world.message()).endsWith("because of a loss of power");
  }

  @Test
  void misread_isALossOfThatReadAlone() {
    write(0);
    IoRequest stale = world.submit(RequestOp.READ, 0, 0, 8);
    world.disk.transfer();
    world.memory.contents().setTag((stale.memory().address(0) >> 9) + 3, Tags.ZERO);
    world.losses.misread(0, 3, 1, RULE, world.disk.held.getFirst());
    world.disk.end(BlockStatus.OK);
    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isEqualTo(1);

    world.medium.setTag(3, Tags.ZERO);
    read();
    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.losses.count()).isEqualTo(1);
  }

  @Test
  void misread_settlesNothing() {
    write(0);
    world.submit(RequestOp.WRITE, 0, 0, 8);
    world.disk.transfer();
    world.disk.end(BlockStatus.MEDIUM);
    IoRequest stale = world.submit(RequestOp.READ, 0, 0, 8);
    world.disk.transfer();
    world.memory.contents().setTag((stale.memory().address(0) >> 9) + 3, Tags.stamp(0, 3));
    world.losses.misread(0, 3, 1, RULE, world.disk.held.getFirst());
    world.disk.end(BlockStatus.OK);
    read();

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isZero();
  }
}
