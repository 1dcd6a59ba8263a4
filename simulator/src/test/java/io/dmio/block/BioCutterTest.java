package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.device.DiskBench;
import io.dmio.sim.KernelBug;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BioCutterTest {

  private final DiskBench bench = new DiskBench();
  private final StubDevice device = new StubDevice(1000, true);
  private final List<String> heard = new ArrayList<>();
  private final BioCutter cutter =
      new BioCutter(
          new BioCutter.Owner() {
            @Override
            public BlockStatus pieceEnded(Bio piece) {
              heard.add("piece " + piece.ownerIndex() + " " + piece.status());
              return piece.status();
            }

            @Override
            public void roundEnded(SplitBio split) {
              heard.add("round " + split.status());
            }
          });

  @Test
  void pieces_haveTheirPartOfMemory_andNumberAndPriorityOfTheBio() {
    Bio bio = open(bench.bio(RequestOp.WRITE, 0, 10, 4));
    bio.setIoPriority(5);
    device.hold();
    SplitBio split = cutter.open(bio);
    split.beginRound();
    cutter.send(split, device, 3, 70, 0, 512, 1536);

    assertThat(device.log).containsExactly("WRITE 70+2 " + RequestFlag.listOf(0));
    assertThat(device.addresses).containsExactly(bio.vecAddress(0) + 512);
    assertThat(device.held.get(0).number()).isEqualTo(bio.number());
    assertThat(device.held.get(0).ioPriority()).isEqualTo(5);
  }

  @Test
  void piecesOverSeveralVectors_keepTheirBorders() {
    Bio built = bench.bio(RequestOp.WRITE, 0, 10, 2);
    long second = bench.memory.allocate(2) + 8192;
    built.add(second, 1024);
    Bio bio = open(built);
    device.hold();
    SplitBio split = cutter.open(bio);
    split.beginRound();
    cutter.send(split, device, 0, 0, 0, 512, 1536);

    Bio piece = device.held.get(0);
    assertThat(piece.vecCount()).isEqualTo(2);
    assertThat(piece.vecLength(0)).isEqualTo(512);
    assertThat(piece.vecAddress(1)).isEqualTo(second);
    assertThat(piece.vecLength(1)).isEqualTo(512);
  }

  @Test
  void round_endsWithItsLastPiece_notBeforeAllAreSent_withTheFirstError() {
    device.fail(1, BlockStatus.MEDIUM).fail(2, BlockStatus.NOSPC);
    SplitBio split = cutter.open(open(bench.bio(RequestOp.WRITE, 0, 0, 3)));
    split.beginRound();
    for (int i = 0; i < 3; i++) {
      cutter.send(split, device, i, i, 0, 512 * i, 512 * (i + 1));
    }
    assertThat(heard).containsExactly("piece 0 OK", "piece 1 MEDIUM", "piece 2 NOSPC");

    cutter.sent(split);

    assertThat(heard).last().isEqualTo("round MEDIUM");
  }

  @Test
  void roundWithoutPieces_endsWhenItIsSent_andANewRoundHasNoError() {
    SplitBio split = cutter.open(open(bench.bio(RequestOp.WRITE, 0, 0, 1)));
    split.beginRound();
    device.fail(0, BlockStatus.MEDIUM);
    cutter.send(split, device, 0, 0, 0, 0, 512);
    cutter.sent(split);
    split.beginRound();
    cutter.sent(split);

    assertThat(heard).containsExactly("piece 0 MEDIUM", "round MEDIUM", "round OK");
  }

  @Test
  void close_endsTheBio_andTheSplitServesTheNext() {
    SplitBio split = cutter.open(open(bench.bio(RequestOp.WRITE, 0, 0, 1)));
    cutter.close(split, BlockStatus.TIMEOUT);

    assertThat(bench.ended).extracting(DiskBench.Ended::status).containsExactly("TIMEOUT");
    assertThatThrownBy(split::bio).isInstanceOf(KernelBug.class);
    assertThat(cutter.open(open(bench.bio(RequestOp.WRITE, 0, 0, 1)))).isSameAs(split);
    assertThat(cutter.split(split.slot())).isSameAs(split);
  }

  /** Submits a bio to a device that does nothing with it. */
  private static Bio open(Bio bio) {
    bio.submitTo(new StubDevice(1000, false).hold());
    return bio;
  }
}
