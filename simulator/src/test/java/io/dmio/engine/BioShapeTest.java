package io.dmio.engine;

import static io.dmio.engine.EngineFixture.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BioVec;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BioShapeTest {

  private final EngineFixture fixture = new EngineFixture();
  private final FakeDevice disk = FakeDevice.inline(0);

  @Test
  void offsetOfOneSector_17Sectors_isOneBioOf782() {
    assertThat(write(17, fixture.pages(3, 512))).containsExactly(List.of(7, 8, 2));
  }

  @Test
  void offsetOfSevenSectors_23Sectors_isTwoBios() {
    assertThat(write(23, fixture.pages(4, 3584))).containsExactly(List.of(1, 8, 8), List.of(6));
  }

  @Test
  void offsetOfTwoSectors_23Sectors_isTwoBios() {
    assertThat(write(23, fixture.pages(4, 1024))).containsExactly(List.of(6, 8, 8), List.of(1));
  }

  @Test
  void seventeenDisjointPieces_areSixBios() {
    assertThat(write(17, fixture.pieces(17, 512)))
        .extracting(List::size)
        .containsExactly(3, 3, 3, 3, 3, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1", "7,1", "8,1", "9,1", "2039,1", "2040,1", "2041,2", "2048,2", "4080,2", "4081,3"
  })
  void wholePages_fillBiosOfAtMost255Vectors(int sectors, int bios) {
    List<List<Integer>> shapes = write(sectors, fixture.pages((sectors + 7) / 8, 0));
    assertThat(shapes).hasSize(bios).allSatisfy(vecs -> assertThat(vecs).hasSizeBetween(1, 255));
    assertThat(shapes.stream().flatMap(List::stream).mapToInt(i -> i).sum()).isEqualTo(sectors);
  }

  @Test
  void biosFollowEachOther_fromTheRegionsFirstSector() {
    fixture.sync(RequestOp.WRITE, List.of(new IoRegion(disk, 1000, 4100)), fixture.pages(513, 0));
    assertThat(disk.sent())
        .extracting(FakeDevice.Sent::sector)
        .containsExactly(1000L, 3040L, 5080L);
    assertThat(disk.sent()).extracting(FakeDevice.Sent::index).containsExactly(0, 1, 2);
  }

  @Test
  void maxSectors_cutsBios() {
    disk.limited(new QueueLimits(16, 128, 512, 512, 0, 0));
    assertThat(write(40, fixture.pages(5, 0)))
        .containsExactly(List.of(8, 8), List.of(8, 8), List.of(8));
  }

  @Test
  void maxSegments_countsPhysicallySeparatePieces() {
    disk.limited(new QueueLimits(Long.MAX_VALUE, 2, 512, 512, 0, 0));
    assertThat(write(32, fixture.pages(4, 0))).containsExactly(List.of(8, 8), List.of(8, 8));
    disk.sent().clear();
    long[] contiguous = fixture.memory.allocateScattered(4, 4);
    assertThat(write(32, new IoMemory.PageList(contiguous, 0)))
        .containsExactly(List.of(8, 8, 8, 8));
  }

  @Test
  void piecesThatContinueInTheSamePage_areMerged() {
    long page = fixture.memory.allocate(1);
    IoMemory.Vectors halves =
        new IoMemory.Vectors(List.of(new BioVec(page, 1024), new BioVec(page + 1024, 3072)), 0);
    assertThat(write(8, halves)).containsExactly(List.of(8));
  }

  @Test
  void contiguousPages_areNotMerged() {
    IoMemory.PageList contiguous = new IoMemory.PageList(fixture.memory.allocateScattered(2, 2), 0);
    assertThat(write(16, contiguous)).containsExactly(List.of(8, 8));
  }

  @Test
  void vectorOfSeveralPages_isWalkedPageByPage() {
    IoMemory.Vectors one =
        new IoMemory.Vectors(List.of(new BioVec(fixture.memory.allocate(3) + 512, 8192)), 0);
    assertThat(write(16, one)).containsExactly(List.of(7, 8, 1));
  }

  @Test
  void emptyVectors_arePassedOver() {
    long page = fixture.memory.allocate(1);
    IoMemory.Vectors vectors =
        new IoMemory.Vectors(List.of(new BioVec(page, 0), new BioVec(page, 4096)), 0);
    assertThat(write(8, vectors)).containsExactly(List.of(8));
  }

  @Test
  void consumedBytes_areNotSentAgain() {
    long page = fixture.memory.allocate(1);
    IoMemory.Vectors vectors = new IoMemory.Vectors(List.of(new BioVec(page, 4096)), 1024);
    assertThat(write(6, vectors)).containsExactly(List.of(6));
    assertThat(disk.sent().get(0).addresses()).containsExactly(page + 1024);
  }

  @Test
  void everyRegion_startsAtTheBeginOfTheMemory() {
    FakeDevice second = FakeDevice.inline(1);
    IoMemory.PageList pages = fixture.pages(3, 512);
    fixture.sync(RequestOp.WRITE, each(17, disk, second), pages);
    assertThat(disk.sent().get(0).addresses())
        .isEqualTo(second.sent().get(0).addresses())
        .startsWith(pages.pages()[0] + 512);
  }

  @Test
  void virtualBuffer_isCutLikeAPageList() {
    IoMemory.VirtualBuffer buffer =
        new IoMemory.VirtualBuffer(fixture.memory.allocateScattered(3, 1), 512);
    assertThat(write(17, buffer)).containsExactly(List.of(7, 8, 2));
  }

  @Test
  void unalignedOffset_addsWholeBytesButCountsWholeSectors() {
    fixture.sync(RequestOp.WRITE, each(8, disk), fixture.pages(3, 100));
    FakeDevice held = FakeDevice.holding(2);
    fixture.async(RequestOp.WRITE, each(8, held), fixture.pages(3, 100));
    assertThat(held.heldAt(0).bytes()).isEqualTo(3996 + 512);
  }

  @Test
  void emptyRegion_sendsNothing() {
    assertThat(write(0, fixture.pages(1, 0))).isEqualTo(Collections.emptyList());
  }

  private List<List<Integer>> write(long sectors, IoMemory with) {
    fixture.sync(RequestOp.WRITE, each(sectors, disk), with);
    return disk.sent().stream().map(FakeDevice.Sent::sectorsOfVecs).toList();
  }
}
