package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import java.util.List;
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

  @Test
  void memoryBesideAStretchThatWasThere_isMissed_evenIfItIsOneByte() {
    long page = world.memory.allocate(1);

    assertThat(isThere(page, 4096)).isTrue();
    assertThat(isThere(page, 4097)).isFalse();
    assertThat(isThere(page - 1, 4096)).isFalse();
    assertThat(isThere(page, 8192)).isFalse();
    assertThat(isThere(page - 4096, 8192)).isFalse();
    assertThat(isThere(page + 512, 1024)).isTrue();
    assertThat(isThere(page, 4096)).isTrue();
  }

  @Test
  void memoryBetweenTwoStretchesThatWereThere_isMissed() {
    long one = world.memory.allocate(1);
    long other = world.memory.allocate(1);
    long between = one + 4096;
    assertThat(other).isEqualTo(between + 4096);

    for (long page : new long[] {one, other, one}) {
      assertThat(isThere(page, 4096)).isTrue();
      assertThat(isThere(between, 4096)).isFalse();
      assertThat(isThere(one, 3 * 4096)).isFalse();
    }
  }

  @Test
  void memoryGivenBack_isMissed_thoughOtherMemoryWasSeenSince() {
    long one = world.memory.allocate(1);
    long other = world.memory.allocate(1);
    assertThat(isThere(one, 4096)).isTrue();
    world.memory.free(one, 1);
    assertThat(isThere(other, 4096)).isTrue();
    assertThat(isThere(one, 4096)).isFalse();
    world.memory.free(other, 1);
    assertThat(isThere(other, 4096)).isFalse();
  }

  /** Whether a bio with this memory is submitted without a failure. */
  private boolean isThere(long address, int bytes) {
    long before = lifetimeFailures();
    ScriptedEngine engine =
        new ScriptedEngine(
            (request, callback) -> {
              Bio bio = new Bio();
              bio.prepare(request.op(), 0, 0, 1, 1);
              bio.own(ended -> {}, 0);
              bio.number(0, request.call(), 0);
              bio.add(address, bytes);
              callback.submit(request, 0, bio);
            },
            IoReturn.ACCEPTED);
    IoMemory memory = new IoMemory.KernelMemory(address, bytes);
    List<IoRegion> regions = List.of(new IoRegion(world.disk, 0, 8));
    world
        .ledgerOver(engine)
        .submit(IoRequest.of(0, RequestOp.WRITE, false, memory, regions), new CheckFixture.Heard());
    return lifetimeFailures() == before;
  }

  private long lifetimeFailures() {
    return world.failed().stream().filter(check -> check == Check.LIFETIME).count();
  }
}
