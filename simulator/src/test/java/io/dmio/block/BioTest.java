package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.sim.KernelBug;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class BioTest {

  private final Bio bio = new Bio();
  private final List<String> heard = new ArrayList<>();
  private int submitted;
  private final BlockDevice silent = new SilentDevice();

  private void prepareWrite() {
    bio.prepare(RequestOp.WRITE, RequestFlag.FUA.bit(), 70, 4, 3);
    bio.own(b -> heard.add("owner " + b.status()), 5);
    bio.number(11, 22, 33);
  }

  private static void isBug(ThrowingCallable wrong, String... words) {
    assertThatThrownBy(wrong).isInstanceOf(KernelBug.class).hasMessageContainingAll(words);
  }

  @Test
  void life_fromPrepareToRetire_andAgain() {
    for (int round = 0; round < 2; round++) {
      prepareWrite();
      bio.add(4096, 1024);
      bio.observe(b -> heard.add("observer"));
      assertThat(bio.inFlight()).isFalse();
      bio.submitTo(silent);
      assertThat(bio.inFlight()).isTrue();
      assertThat(bio.device()).isSameAs(silent);
      bio.end(BlockStatus.MEDIUM);
      assertThat(bio.inFlight()).isFalse();
      assertThat(bio.ownerIndex()).isEqualTo(5);
      bio.retire();
    }
    assertThat(heard).containsExactly("observer", "owner MEDIUM", "observer", "owner MEDIUM");
  }

  @Test
  void prepare_leavesNothingOfTheLifeBefore() {
    prepareWrite();
    bio.setIoPriority(3);
    bio.add(4096, 1024);
    bio.observe(b -> heard.add("stale"));
    bio.submitTo(silent);
    bio.advance(512);
    bio.end(BlockStatus.IOERR);
    bio.retire();
    heard.clear();
    bio.prepare(RequestOp.READ, 0, 1, 1, 1);
    bio.own(b -> heard.add("owner"), 0);
    assertThat(bio.status()).isEqualTo(BlockStatus.OK);
    assertThat(List.of(bio.bytes(), bio.vecCount(), bio.doneBytes(), bio.ioPriority()))
        .containsOnly(0);
    bio.submitTo(silent);
    bio.end(BlockStatus.OK);
    assertThat(heard).containsExactly("owner");
  }

  @Test
  void endTwice_isABug() {
    prepareWrite();
    bio.submitTo(silent);
    bio.end(BlockStatus.OK);
    isBug(() -> bio.end(BlockStatus.OK), "bio 11", "ended", "ENDED");
    assertThat(heard).hasSize(1);
  }

  @Test
  void endBeforeSubmit_isABug() {
    prepareWrite();
    isBug(() -> bio.end(BlockStatus.OK), "BUILDING");
    assertThat(heard).isEmpty();
  }

  @Test
  void submitTwice_isABug() {
    prepareWrite();
    bio.submitTo(silent);
    isBug(() -> bio.submitTo(silent), "submitted", "SUBMITTED");
  }

  @Test
  void retireInFlight_orTwice_isABug() {
    prepareWrite();
    bio.submitTo(silent);
    isBug(bio::retire, "bio 11", "SUBMITTED");
    bio.end(BlockStatus.OK);
    bio.retire();
    isBug(bio::retire, "FREE");
  }

  @Test
  void prepareWhileInUse_isABug() {
    prepareWrite();
    isBug(this::prepareWrite, "prepared", "BUILDING");
  }

  @Test
  void whoLooksAtAFreedBio_isFound() {
    prepareWrite();
    bio.retire();
    isBug(bio::device, "bio 11", "no device");
  }

  @Test
  void endWithoutAnOwner_isABug() {
    bio.prepare(RequestOp.READ, 0, 0, 0, 0);
    bio.submitTo(silent);
    isBug(() -> bio.end(BlockStatus.OK), "no owner");
  }

  @Test
  void vectors_fillTheCapacityAndNoMore() {
    prepareWrite();
    bio.add(0, 512);
    bio.add(8192, 1024);
    bio.extendLast(512);
    bio.add(4096, 512);
    assertThat(bio.vecCount()).isEqualTo(bio.capacity()).isEqualTo(3);
    assertThat(bio.vecLength(1)).isEqualTo(1536);
    assertThat(bio.vecAddress(1)).isEqualTo(8192);
    assertThat(bio.bytes()).isEqualTo(2560);
    assertThat(bio.sectorCount()).isEqualTo(5);
    isBug(() -> bio.add(0, 512), "no room for vector 3");
  }

  @Test
  void moreVectorsThanABioHas_areABug() {
    isBug(() -> bio.prepare(RequestOp.READ, 0, 0, 257, 1), "257");
    isBug(() -> bio.prepare(RequestOp.READ, 0, 0, 4, 5), "5 of 4");
    isBug(() -> bio.prepare(RequestOp.READ, 0, 0, 4, -1), "-1");
    bio.prepare(RequestOp.READ, 0, 0, Bio.MAX_VECS, Bio.MAX_VECS);
    isBug(() -> bio.extendLast(512), "no vector");
  }

  @Test
  void iterator_movesWithinTheBio() {
    prepareWrite();
    bio.add(0, 2048);
    bio.advance(512);
    assertThat(bio.residual()).isEqualTo(1536);
    bio.setResidual(2048);
    assertThat(bio.doneBytes()).isZero();
    bio.setResidual(0);
    assertThat(bio.doneBytes()).isEqualTo(2048);
    isBug(() -> bio.advance(1), "advanced by 1 of 0");
    isBug(() -> bio.advance(-1), "-1");
    isBug(() -> bio.setResidual(2049), "2049");
    isBug(() -> bio.setResidual(-1), "-1");
  }

  @Test
  void pieces_areThePartsOfTheVectorsInBetween() {
    prepareWrite();
    bio.add(10_000, 100);
    bio.add(20_000, 50);
    bio.add(30_000, 200);
    assertThat(pieces(0, 350)).containsExactly("10000+100@0", "20000+50@100", "30000+200@150");
    assertThat(pieces(90, 160)).containsExactly("10090+10@90", "20000+50@100", "30000+10@150");
    assertThat(pieces(110, 120)).containsExactly("20010+10@110");
    assertThat(pieces(150, 151)).containsExactly("30000+1@150");
    assertThat(pieces(100, 100)).isEmpty();
  }

  @Test
  void lastSlot_isTheLastOfTheArray_whateverTheCapacity() {
    prepareWrite();
    bio.add(0, 512);
    bio.add(4096, 1024);
    bio.add(8192, 1536);
    bio.storeInLastSlot(7);
    assertThat(bio.lastSlot()).isEqualTo(7);
    assertThat(bio.vecLength(2)).isEqualTo(1536);
    assertThat(bio.op()).isEqualTo(RequestOp.WRITE);
  }

  @Test
  void lastSlot_ofABioThatUsesItsWholeArray_isOverwrittenByTheLastVector() {
    bio.prepare(RequestOp.WRITE, 0, 0, 4, 4);
    bio.storeInLastSlot(7);
    bio.add(0, 512);
    bio.add(8192, 1024);
    bio.add(0, 512);
    assertThat(bio.lastSlot()).isEqualTo(7);
    bio.add(8192, 1536);
    assertThat(bio.lastSlot()).isEqualTo(1536);
  }

  @Test
  void laterLife_mayHaveMoreVectors() {
    for (int vectors = 1; vectors <= 5; vectors++) {
      bio.prepare(RequestOp.WRITE, 0, 0, vectors, vectors);
      for (int i = 0; i < vectors; i++) {
        bio.add(8192L * i, 512 * (i + 1));
      }
      assertThat(bio.vecEnd()).isEqualTo(8192L * (vectors - 1) + 512 * vectors);
      bio.retire();
    }
  }

  @Test
  void prioritySet_isReadByTheDevice_whichGetsTheBioOnce() {
    prepareWrite();
    bio.setIoPriority(3);
    bio.submitTo(silent);
    assertThat(bio.ioPriority()).isEqualTo(3);
    assertThat(submitted).isEqualTo(1);
  }

  @Test
  void flagsAndSector_mayChangeOnTheWayDown() {
    prepareWrite();
    bio.changeFlags(RequestFlag.FUA.bit(), RequestFlag.SYNC.bit() | RequestFlag.META.bit());
    bio.remap(1_000);
    assertThat(RequestFlag.listOf(bio.flags())).containsExactly(RequestFlag.SYNC, RequestFlag.META);
    assertThat(bio.sector()).isEqualTo(1_000);
    assertThat(List.of(bio.number(), bio.call(), bio.index(), bio.ownerIndex()))
        .containsExactly(11, 22, 33, 5);
  }

  private List<String> pieces(int from, int to) {
    List<String> seen = new ArrayList<>();
    bio.forEachPiece(from, to, (a, length, at) -> seen.add(a + "+" + length + "@" + at));
    return seen;
  }

  private final class SilentDevice implements BlockDevice {
    @Override
    public int id() {
      return 0;
    }

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public long sectors() {
      return 1_000;
    }

    @Override
    public QueueLimits limits() {
      return QueueLimits.UNLIMITED;
    }

    @Override
    public void submit(Bio bio) {
      submitted++;
    }
  }
}
