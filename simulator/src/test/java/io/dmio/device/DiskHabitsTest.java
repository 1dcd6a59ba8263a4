package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.device.DiskBench.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held bios, counts of arrivals, alignment, and transfers that are cut short or dropped. */
final class DiskHabitsTest {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final int FUA = RequestFlag.FUA.bit();

  private final DiskBench bench = new DiskBench();

  @ParameterizedTest
  @CsvSource({
    "FIFO, 2147483647, 0 1 2 3",
    "LIFO, 2147483647, 3 2 1 0",
    "FIFO, 2, 0 1",
    "LIFO, 3, 3 2 1",
    "FIFO, 0, ''"
  })
  void heldBios_areServedFromTheToldSide_atMostSoMany(HoldOrder order, int most, String ended) {
    SimulatedDisk disk = holding(HoldOrder.FIFO);
    submit(disk, 4);
    assertThat(bench.ended).isEmpty();
    assertThat(disk.held()).isEqualTo(4);

    disk.release(order, most);

    assertThat(endedBios()).isEqualTo(ended);
    assertThat(disk.held()).isEqualTo(4 - bench.ended.size());
  }

  @Test
  void bioLeft_keepTheirOrder() {
    SimulatedDisk disk = holding(HoldOrder.LIFO);
    submit(disk, 5);
    disk.release(HoldOrder.LIFO, 2);
    disk.release(HoldOrder.FIFO, 1);
    disk.release();

    assertThat(endedBios()).isEqualTo("4 3 0 2 1");
  }

  @Test
  void bioSubmittedDuringARelease_waitsForTheNext() {
    SimulatedDisk disk = holding(HoldOrder.FIFO);
    Bio next = bench.bio(RequestOp.WRITE, 0, 1, 1);
    bench.bio(RequestOp.WRITE, 0, 0, 1, done -> next.submitTo(disk)).submitTo(disk);

    disk.release();
    assertThat(endedBios()).isEqualTo("1");
    disk.release();
    assertThat(endedBios()).isEqualTo("1 0");
  }

  @Test
  void heldBio_meetsFaultsWhenItIsReleased_butTheEndOfTheDiskAtOnce() {
    SimulatedDisk disk = holding(HoldOrder.FIFO);
    bench.bio(RequestOp.WRITE, 0, DiskBench.SECTORS, 1).submitTo(disk);
    submit(disk, 1);

    assertThat(bench.ended).extracting(Ended::status).containsExactly("IOERR");
    assertThat(disk.arrivals().of(Arrivals.Kind.WRITE)).isZero();
    disk.release();
    assertThat(disk.arrivals().of(Arrivals.Kind.WRITE)).isEqualTo(1);
  }

  @Test
  void arrivals_countWhatIsLeftAfterTheBlockLayer_byKind() {
    SimulatedDisk disk = bench.disk(DiskBench.cached(DiskBench.spec()), DiskFaults.NONE);
    for (RequestOp op : RequestOp.values()) {
      bench.run(disk, bench.bio(op, FUA, 0, 1));
      bench.run(disk, bench.bio(op, PREFLUSH, 0, 0));
    }
    bench.run(disk, bench.bio(RequestOp.WRITE, PREFLUSH | FUA, 0, 1));

    assertThat(disk.arrivals().of(Arrivals.Kind.READ)).isEqualTo(1);
    assertThat(disk.arrivals().of(Arrivals.Kind.WRITE)).isEqualTo(2);
    assertThat(disk.arrivals().of(Arrivals.Kind.DISCARD)).isEqualTo(1);
    assertThat(disk.arrivals().of(Arrivals.Kind.WRITE_ZEROES)).isEqualTo(1);
    assertThat(disk.arrivals().of(Arrivals.Kind.EMPTY_FLUSH)).isEqualTo(4);
    assertThat(disk.arrivals().preflush()).isEqualTo(5);
    assertThat(disk.arrivals().fua()).isEqualTo(5);
  }

  @Test
  void withoutWriteCache_noFlushArrives() {
    SimulatedDisk disk = bench.disk(DiskBench.spec(), DiskFaults.NONE);
    bench.run(disk, bench.bio(RequestOp.WRITE, PREFLUSH, 0, 0));
    bench.run(disk, bench.bio(RequestOp.WRITE, PREFLUSH | FUA, 0, 1));

    assertThat(disk.arrivals().of(Arrivals.Kind.EMPTY_FLUSH)).isZero();
    assertThat(disk.arrivals().preflush() + disk.arrivals().fua()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "true, 0, 8, OK",
    "true, 8, 16, OK",
    "true, 1, 8, IOERR",
    "true, 8, 7, IOERR",
    "true, 3, 0, OK",
    "false, 1, 7, OK"
  })
  void alignedDisk_refusesWhatIsNotWholeBlocks_andOldDataStays(
      boolean aligned, long sector, int sectors, String status) {
    SimulatedDisk disk = bench.disk(blocks4096(aligned), DiskFaults.NONE);
    int flags = sectors == 0 ? PREFLUSH : 0;

    assertThat(bench.run(disk, bench.bio(RequestOp.WRITE, flags, sector, sectors)).status())
        .isEqualTo(status);
    if (status.equals("IOERR")) {
      assertThat(disk.medium().tag(sector)).isEqualTo(DiskBench.initial().tag(sector));
    }
  }

  @Test
  void partialWrite_movesWhatIsBeforeTheFault_andHealsNothing() {
    Faults faults = new Faults(decision -> decision.failAfter(3, BlockStatus.MEDIUM));
    SimulatedDisk disk = bench.disk(faults);

    assertThat(bench.run(disk, RequestOp.WRITE, 8, 5).status()).isEqualTo("MEDIUM");

    assertThat(disk.medium().tag(10)).isEqualTo(Tags.stamp(1, 2));
    assertThat(disk.medium().tag(11)).isEqualTo(DiskBench.initial().tag(11));
    assertThat(disk.sectorsWritten()).isEqualTo(3);
    assertThat(faults.written).isEmpty();
  }

  @Test
  void partialRead_deliversWhatIsBeforeTheFault_andLeavesTheIterator() {
    SimulatedDisk disk =
        bench.disk(new Faults(decision -> decision.failAfter(1, BlockStatus.MEDIUM)));
    Bio bio = bench.bio(RequestOp.READ, 0, 8, 2);

    assertThat(bench.run(disk, bio).residual()).isEqualTo(1024);
    assertThat(bench.held(bio)).containsExactly(DiskBench.initial().tag(8), Tags.stamp(1, 1));
  }

  @Test
  void partialDiscard_zeroesOnlyWhatIsBeforeTheFault() {
    SimulatedDisk disk =
        bench.disk(new Faults(decision -> decision.failAfter(1, BlockStatus.MEDIUM)));
    bench.run(disk, RequestOp.DISCARD, 8, 2);

    assertThat(disk.medium().tag(8)).isEqualTo(Tags.ZERO);
    assertThat(disk.medium().tag(9)).isEqualTo(DiskBench.initial().tag(9));
  }

  @Test
  void droppedBios_succeedAndMoveNothing_whateverARuleSaidBefore() {
    Faults faults =
        new Faults(
            decision -> {
              decision.fail(BlockStatus.MEDIUM);
              decision.drop();
            });
    SimulatedDisk disk = bench.disk(faults);
    Bio read = bench.bio(RequestOp.READ, 0, 8, 1);

    assertThat(bench.run(disk, RequestOp.WRITE, 8, 1).status()).isEqualTo("OK");
    assertThat(bench.run(disk, read).status()).isEqualTo("OK");
    assertThat(disk.medium().tag(8)).isEqualTo(DiskBench.initial().tag(8));
    assertThat(bench.held(read)).containsExactly(Tags.stamp(1, 0));
    assertThat(faults.written).isEmpty();
  }

  private SimulatedDisk holding(HoldOrder order) {
    DiskSpec spec = DiskBench.spec().change().hold(order).build();
    return bench.disk(spec, DiskFaults.NONE);
  }

  private void submit(SimulatedDisk disk, int count) {
    for (int i = 0; i < count; i++) {
      bench.bio(RequestOp.WRITE, 0, i, 1).submitTo(disk);
    }
  }

  private String endedBios() {
    return String.join(" ", bench.ended.stream().map(end -> "" + end.bio()).toList());
  }

  private static DiskSpec blocks4096(boolean aligned) {
    return DiskSpec.builder(0, "d", DiskBench.SECTORS)
        .pattern(5)
        .queueDepth(9)
        .limits(new QueueLimits(Long.MAX_VALUE, 128, 4096, 4096, 0, 0))
        .cache(CacheMode.WRITE_BACK)
        .aligned(aligned)
        .build();
  }

  private static final class Faults implements DiskFaults {

    private final List<Bio> written = new ArrayList<>();
    private final Consumer<FaultDecision> decide;

    Faults(Consumer<FaultDecision> decide) {
      this.decide = decide;
    }

    @Override
    public void arrived(Bio bio, FaultDecision decision) {
      decide.accept(decision);
    }

    @Override
    public void written(Bio bio) {
      written.add(bio);
    }
  }
}
