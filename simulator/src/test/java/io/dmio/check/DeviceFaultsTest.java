package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checks say of a disk that does not do as it says, and of a careless caller. */
final class DeviceFaultsTest {

  private final CheckFixture world = new CheckFixture();

  private long memorySector(IoRequest request) {
    return Sectors.ofBytes(request.memory().address(0));
  }

  @Test
  void honestDisk_failsNothing() {
    world.submit(RequestOp.WRITE, 0, 8);
    world.disk.finish();
    world.submit(RequestOp.READ, 4, 4);
    world.disk.finish();
    world.ledger.put(4);
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void lostWrite_isFoundAtRest_withItsSectorsInWords() {
    world.submit(RequestOp.WRITE, 2048, 8);
    world.disk.end(BlockStatus.OK);
    world.atRest();

    Failure failure = world.failures.kept().get(0);
    assertThat(failure.check()).isEqualTo(Check.DATA);
    assertThat(failure.message())
        .isEqualTo(
            "at rest, on disk, sectors 2048-2055 hold zeroes, should hold what call 0 wrote");
    assertThat(failure.sector()).isEqualTo(2048);
    assertThat(failure.count()).isEqualTo(8);
    assertThat(failure.expected()).isEqualTo("what call 0 wrote");
    assertThat(failure.actual()).isEqualTo("zeroes");
  }

  @Test
  void writeToAPlaceThatNobodyNamed_isFoundAtRest() {
    world.medium.setTag(700, Tags.stamp(3, 0));
    world.atRest();

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.message()).contains("sector 700 holds what call 3 wrote");
  }

  @Test
  void readThatDeliversSomethingElse_isFoundAtItsEnd() {
    world.submit(RequestOp.WRITE, 0, 8);
    world.disk.finish();
    IoRequest read = world.submit(RequestOp.READ, 0, 8);
    world.disk.transfer();
    world.memory.contents().setTag(memorySector(read) + 3, Tags.ZERO);
    world.disk.end(BlockStatus.OK);

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.message())
        .contains("call 1", "sector 3 holds zeroes, should hold what call 0 wrote");
  }

  @Test
  void readThatDeliversNothing_isFound() {
    world.submit(RequestOp.READ, 0, 8);
    world.disk.end(BlockStatus.OK);

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.message()).contains("hold what was there before, should hold zeroes");
  }

  @Test
  void overlappingWrites_mayEndEitherWay() {
    world.submit(RequestOp.WRITE, 0, 8);
    world.submit(RequestOp.WRITE, 4, 8);
    world.disk.transfer();
    world.disk.held.addLast(world.disk.held.removeFirst());
    world.disk.transfer();
    world.disk.held.addLast(world.disk.held.removeFirst());
    world.disk.transfer();
    world.disk.end(BlockStatus.OK);
    world.disk.end(BlockStatus.OK);
    world.atRest();

    assertThat(world.failed()).doesNotContain(Check.DATA);
  }

  @Test
  void overlappingWrites_leaveNothingOfBefore() {
    world.submit(RequestOp.WRITE, 0, 8);
    world.submit(RequestOp.WRITE, 0, 8);
    world.disk.end(BlockStatus.OK);
    world.disk.end(BlockStatus.OK);
    world.atRest();

    assertThat(world.failures.kept())
        .filteredOn(failure -> failure.check() == Check.DATA)
        .extracting(Failure::expected)
        .containsExactly("what call 0 wrote or what call 1 wrote");
  }

  @Test
  void failedWrite_mayHaveWrittenAnything_untilAReadSettlesIt() {
    world.submit(RequestOp.WRITE, 0, 8);
    world.disk.transfer();
    world.disk.end(BlockStatus.MEDIUM);
    world.submit(RequestOp.READ, 0, 8);
    world.disk.finish();
    assertThat(world.failures.kept()).isEmpty();

    for (int i = 0; i < 8; i++) {
      world.medium.setTag(i, Tags.ZERO);
    }
    world.submit(RequestOp.READ, 0, 8);
    world.disk.finish();

    assertThat(world.failed()).containsExactly(Check.DATA);
  }

  // With work that grows with the cube of their number this would take hours.
  @Test
  void everyOneOfManyFailedWrites_mayBeWhatIsThere() {
    for (int i = 0; i < 10_000; i++) {
      world.submit(RequestOp.WRITE, 0, 8);
      if (i == 5000) {
        world.disk.transfer();
      }
      world.disk.end(BlockStatus.MEDIUM);
    }
    world.submit(RequestOp.READ, 0, 8);
    world.disk.finish();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void failedRead_isZeroFromWhereItsDriverLeavesTheIterator() {
    CheckFixture requests = CheckFixture.ofRequests();
    IoRequest read = requests.submit(RequestOp.READ, 0, 8);
    requests.disk.held.getFirst().setResidual(0);
    requests.disk.end(BlockStatus.MEDIUM);

    assertThat(requests.failures.kept()).isEmpty();
    assertThat(requests.memory.contents().tag(memorySector(read) + 7)).isEqualTo(Tags.stamp(0, 7));
  }

  @Test
  void iterator_thatADriverLeavesAnywhereElse_failsData() {
    IoRequest read = world.submit(RequestOp.READ, 0, 8);
    world.disk.held.getFirst().advance(1024);
    world.disk.end(BlockStatus.MEDIUM);
    CheckFixture requests = CheckFixture.ofRequests();
    requests.submit(RequestOp.READ, 0, 8);
    requests.disk.end(BlockStatus.MEDIUM);

    assertThat(world.failed()).containsExactly(Check.DATA);
    assertThat(world.message()).endsWith("left its iterator at byte 1024, not at byte 0");
    assertThat(world.memory.contents().tag(memorySector(read) + 1)).isEqualTo(Tags.stamp(0, 1));
    assertThat(world.memory.contents().tag(memorySector(read) + 2)).isEqualTo(Tags.ZERO);
    assertThat(requests.failed()).containsExactly(Check.DATA);
    assertThat(requests.message()).endsWith("left its iterator at byte 0, not at byte 4096");
  }

  @Test
  void memoryGivenBackUnderABio_failsLifetime() {
    IoRequest write = world.submit(RequestOp.WRITE, 0, 8);
    world.memory.free(write.memory().address(0), 1);
    world.disk.finish();

    assertThat(world.failed()).containsExactly(Check.LIFETIME);
    assertThat(world.message()).contains("ended with vector 0 in frame", "given back");
  }

  @Test
  void memoryThatIsUsedTwiceAtOnce_isItsUsersAffair() {
    IoMemory page = world.page(9);
    for (int call = 100; call < 102; call++) {
      world.ledger.submit(
          IoRequest.of(
              call, RequestOp.READ, false, page, List.of(new IoRegion(world.disk, call, 1))),
          new CheckFixture.Heard());
    }
    world.medium.setTag(100, Tags.stamp(50, 0));
    world.disk.transfer();
    world.memory.contents().setTag(Sectors.ofBytes(page.address(0)), Tags.ZERO);
    world.disk.end(BlockStatus.OK);
    world.disk.finish();

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void signal_givesTheCallUp_andItsLateBiosFailNothing() {
    IoRequest write = world.request(RequestOp.WRITE, true, 0, 8);
    CheckFixture.Heard heard = new CheckFixture.Heard();
    heard.signal = true;
    world.ledger.submit(write, heard);

    assertThat(heard.result).isNotNull();
    assertThat(heard.result.errno()).isEqualTo(Errno.EINTR);
    assertThat(world.ledger.open()).hasSize(1);
    world.disk.finish();
    assertThat(world.ledger.open()).isEmpty();
    assertThat(world.failures.kept()).isEmpty();
  }
}
