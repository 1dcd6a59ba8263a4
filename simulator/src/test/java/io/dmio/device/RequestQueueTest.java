package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.device.DiskBench.Ended;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestQueueTest {

  private final DiskBench bench = new DiskBench();
  private final List<String> arrived = new ArrayList<>();
  private long badSector = -1;
  private final SimulatedDisk disk = bench.disk(spec(), new Faults());
  private final RequestQueue queue = new RequestQueue(disk);

  @ParameterizedTest
  @CsvSource({"8,0+8", "9,0+8 8+1", "16,0+8 8+8", "20,0+8 8+8 16+4"})
  void bio_isCutIntoRequestsOfAtMostMaxSectors(int sectors, String requests) {
    assertThat(bench.run(queue, RequestOp.WRITE, 0, sectors).status()).isEqualTo("OK");

    assertThat(arrived).containsExactly(requests.split(" "));
    assertThat(disk.medium().tag(sectors - 1)).isEqualTo(Tags.stamp(1, sectors - 1));
  }

  @Test
  void failedRequest_failsTheBio_theOthersAreDelivered_andTheIteratorIsAtTheEnd() {
    badSector = 9;
    Bio bio = bench.bio(RequestOp.READ, 0, 0, 20);

    Ended ended = bench.run(queue, bio);

    assertThat(ended.status()).isEqualTo("MEDIUM");
    assertThat(ended.residual()).isZero();
    assertThat(arrived).hasSize(3);
    assertThat(bench.held(bio).get(7)).isEqualTo(DiskBench.initial().tag(7));
    assertThat(bench.held(bio).get(8)).isEqualTo(Tags.stamp(1, 8));
    assertThat(bench.held(bio).get(16)).isEqualTo(DiskBench.initial().tag(16));
  }

  @Test
  void bioPastTheEnd_failsWhole_andItsIteratorStays() {
    Ended ended = bench.run(queue, RequestOp.READ, DiskBench.SECTORS - 10, 20);

    assertThat(ended).isEqualTo(new Ended(0, 0, "IOERR", 20 * 512));
    assertThat(arrived).isEmpty();
  }

  @Test
  void discards_areCutByTheirOwnLimit_andRefusedWhereThereIsNone() {
    assertThat(bench.run(queue, RequestOp.DISCARD, 0, 25).status()).isEqualTo("OK");
    assertThat(arrived).containsExactly("0+10", "10+10", "20+5");

    assertThat(bench.run(queue, RequestOp.WRITE_ZEROES, 0, 1).status()).isEqualTo("NOTSUPP");
    assertThat(arrived).hasSize(3);
  }

  @Test
  void queue_looksLikeItsDisk() {
    assertThat(queue.name()).isEqualTo("d");
    assertThat(queue.id()).isZero();
    assertThat(queue.sectors()).isEqualTo(DiskBench.SECTORS);
    assertThat(queue.limits().maxSectors()).isEqualTo(8);
    assertThat(queue.hasWriteCache()).isFalse();
    DiskSpec cached = DiskBench.cached(DiskBench.spec());
    assertThat(new RequestQueue(bench.disk(cached, DiskFaults.NONE)).hasWriteCache()).isTrue();
  }

  private static DiskSpec spec() {
    return DiskSpec.builder(0, "d", DiskBench.SECTORS)
        .pattern(5)
        .queueDepth(99)
        .driver(DriverKind.REQUEST)
        .limits(new QueueLimits(8, 128, 512, 512, 10, 0))
        .build();
  }

  private final class Faults implements DiskFaults {
    @Override
    public void arrived(Bio bio, FaultDecision decision) {
      arrived.add(bio.sector() + "+" + bio.sectorCount());
      if (badSector >= bio.sector() && badSector < bio.sector() + bio.sectorCount()) {
        decision.fail(BlockStatus.MEDIUM);
      }
    }

    @Override
    public void written(Bio bio) {}
  }
}
