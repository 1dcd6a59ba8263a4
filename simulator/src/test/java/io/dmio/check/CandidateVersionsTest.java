package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.Tags;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contest knows the versions that somebody might still find, and no others. */
final class CandidateVersionsTest {

  private final CheckFixture world = new CheckFixture();

  private Granule submit(long sector, long count) {
    world.submit(RequestOp.WRITE, sector, count);
    return granule();
  }

  /** The first of the disk. */
  private Granule granule() {
    return world.checks.historyOf(0).granule(0);
  }

  @Test
  void writesThatOverlapForEver_makeNoMoreCandidatesThanThoseUnderWay() {
    Granule granule = submit(0, 8);
    for (int i = 0; i < 500; i++) {
      submit(0, 8);
      world.disk.finish();
    }
    CandidateVersions candidates = granule.candidates();

    assertThat(candidates).isNotNull();
    assertThat(room(candidates)).isLessThanOrEqualTo(4);
    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void readUnderWay_keepsWhatItMayHaveFound() {
    Granule granule = submit(0, 8);
    world.disk.finish();
    world.submit(RequestOp.READ, 0, 8);
    world.disk.transfer();
    Bio read = world.disk.held.removeFirst();
    submit(0, 8);
    for (int i = 0; i < 20; i++) {
      submit(0, 8);
      world.disk.finish();
    }
    assertThat(granule.candidates()).isNotNull();
    read.end(BlockStatus.OK);

    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void neighboursWrittenAtOnce_leaveNoCandidates() {
    Granule granule = submit(0, 4);
    submit(4, 4);
    world.disk.finish();
    submit(0, 4);
    world.disk.finish();
    assertThat(granule.candidates()).isNotNull();
    world.disk.finish();

    assertThat(granule.candidates()).isNull();
    world.atRest();
    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void failedWritesOfOneContent_areOneVersion() {
    for (int i = 0; i < 50; i++) {
      world.submitPage(7, 0, 8);
      world.disk.end(BlockStatus.MEDIUM);
    }
    Granule granule = granule();
    CandidateVersions candidates = Objects.requireNonNull(granule.candidates());

    assertThat(candidates.permitted(3, Tags.ZERO, Long.MAX_VALUE))
        .containsOnly(Tags.ZERO, Tags.stamp(7, 3));
    assertThat(room(candidates)).isLessThanOrEqualTo(4);
    world.atRest();
    assertThat(world.failures.kept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 0, false", "1, 1, true", "2, 0, false", "2, 1, false", "2, 2, true"})
  void onlyTheNewestVersion_isPermitted_thoughOthersAreUnderWayBesideIt(
      int rewrites, int found, boolean permitted) {
    submit(0, 8);
    world.disk.finish();
    submit(4, 4);
    Bio beside = world.disk.held.removeFirst();
    for (int i = 0; i < rewrites; i++) {
      submit(0, 4);
      world.disk.finish();
    }
    int[] calls = {0, 2, 3};
    for (int sector = 0; sector < 4; sector++) {
      world.medium.setTag(sector, Tags.stamp(calls[found], sector));
    }
    world.submit(RequestOp.READ, 0, 4);
    world.disk.finish();
    beside.end(BlockStatus.OK);

    assertThat(world.failed()).isEqualTo(permitted ? List.of() : List.of(Check.DATA));
  }

  @Test
  void sectorsThatMayHoldSomethingElse_keepWhatIsUnderWay_thoughAnotherWroteTheSame() {
    world.submitPage(7, 0, 8);
    world.submitPage(7, 0, 8);
    CheckedBio first = write(0);
    CheckedBio second = write(1);
    DeviceHistory history = new DeviceHistory(0, SectorContent.ZERO, new CheckedBios());
    history.writeBegins(first);
    history.writeBegins(second);
    history.writeEnds(first, false, 10);
    for (int sector = 0; sector < 8; sector++) {
      history.mayHold(sector, new long[] {Tags.stamp(9, sector)}, 11);
    }

    for (int sector = 0; sector < 8; sector++) {
      assertThat(history.permitted(sector, 12))
          .containsExactlyInAnyOrder(Tags.stamp(9, sector), Tags.stamp(7, sector));
    }
  }

  /** The bio in a slot, as if it had carried the stamps of 7. */
  private CheckedBio write(int slot) {
    CheckedBio write = new CheckedBio(world.tap.slots().get(slot), slot);
    write.start(slot + 1);
    long[] tags = new long[8];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = Tags.stamp(7, i);
    }
    write.carry(tags);
    return write;
  }

  /** How many versions it has made room for. */
  private int room(CandidateVersions candidates) {
    candidates.reset();
    int versions = 0;
    CheckedBio write = write(0);
    for (; !candidates.isFull(); versions++) {
      candidates.start(write, 0);
    }
    return versions;
  }
}
