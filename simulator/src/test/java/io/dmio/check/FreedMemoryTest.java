package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoRequest;
import org.junit.jupiter.api.Test;

final class FreedMemoryTest {

  private final CheckFixture world = new CheckFixture();

  @Test
  void memoryGivenBackUnderABio_isSeenAtItsEnd() {
    IoRequest write = world.submit(RequestOp.WRITE, 0, 8);
    world.memory.free(write.memory().address(0), 1);
    assertThat(world.failed()).isEmpty();

    world.disk.end(BlockStatus.OK);
    assertThat(world.failed()).contains(Check.LIFETIME);
  }

  @Test
  void memoryGivenBackBetweenTwoBios_isSeenAtTheSubmissionOfTheSecond() {
    IoRequest first = world.submit(RequestOp.WRITE, 0, 8);
    world.disk.end(BlockStatus.OK);
    world.memory.free(first.memory().address(0), 1);
    assertThat(world.failed()).isEmpty();

    world.ledger.submit(
        IoRequest.of(first.call() + 1, RequestOp.WRITE, false, first.memory(), first.regions()),
        new CheckFixture.Heard());
    assertThat(world.failed()).contains(Check.LIFETIME);
  }
}
