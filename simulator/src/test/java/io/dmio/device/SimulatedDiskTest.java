package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.EndBio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.device.DiskBench.Ended;
import io.dmio.sim.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SimulatedDiskTest {

  private final DiskBench bench = new DiskBench();

  @Test
  void write_movesMemoryToTheMedium_whenServiceEnds() {
    SimulatedDisk disk = disk(100, 1);
    Bio bio = bench.bio(RequestOp.WRITE, 0, 16, 9);
    bio.submitTo(disk);
    assertThat(disk.medium().tag(16)).isEqualTo(DiskBench.initial().tag(16));

    bench.simulation.run();

    assertThat(disk.medium().tag(15)).isEqualTo(DiskBench.initial().tag(15));
    assertThat(disk.medium().tag(16)).isEqualTo(Tags.stamp(1, 0));
    assertThat(disk.medium().tag(24)).isEqualTo(Tags.stamp(1, 8));
    assertThat(disk.medium().tag(25)).isEqualTo(DiskBench.initial().tag(25));
    assertThat(disk.sectorsWritten()).isEqualTo(9);
    assertThat(disk.sectorsRead()).isZero();
  }

  @Test
  void read_movesTheMediumToMemory_pieceByPiece() {
    SimulatedDisk disk = bench.disk(DiskFaults.NONE);
    Bio bio = bench.bio(RequestOp.READ, 0, 40, 2);
    long second = bench.memory.allocate(1);
    bio.add(second + 1024, 512);

    bench.run(disk, bio);

    assertThat(bench.held(bio))
        .containsExactly(DiskBench.initial().tag(40), DiskBench.initial().tag(41));
    assertThat(bench.memory.contents().tag((second + 1024) / 512))
        .isEqualTo(DiskBench.initial().tag(42));
    assertThat(disk.sectorsRead()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestOp.class,
      names = {"DISCARD", "WRITE_ZEROES"})
  void discardAndWriteZeroes_zeroTheRange(RequestOp op) {
    SimulatedDisk disk = bench.disk(DiskFaults.NONE);

    assertThat(bench.run(disk, op, 8, 4).status()).isEqualTo("OK");

    assertThat(disk.medium().tag(7)).isEqualTo(DiskBench.initial().tag(7));
    assertThat(disk.medium().tag(8)).isEqualTo(Tags.ZERO);
    assertThat(disk.medium().tag(11)).isEqualTo(Tags.ZERO);
    assertThat(disk.medium().tag(12)).isEqualTo(DiskBench.initial().tag(12));
    assertThat(disk.sectorsWritten()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"READ", "WRITE"})
  void failedBio_transfersNothing_whateverItIs(RequestOp op) {
    SimulatedDisk disk = bench.disk(new FailAll(BlockStatus.MEDIUM));
    Bio bio = bench.bio(op, 0, 8, 2);

    assertThat(bench.run(disk, bio).status()).isEqualTo("MEDIUM");

    assertThat(bench.held(bio)).containsExactly(Tags.stamp(1, 0), Tags.stamp(1, 1));
    assertThat(disk.medium().tag(8)).isEqualTo(DiskBench.initial().tag(8));
    assertThat(disk.failed()).isEqualTo(1);
    assertThat(disk.sectorsRead() + disk.sectorsWritten()).isZero();
  }

  @Test
  void failedDiscard_zeroesNothing() {
    SimulatedDisk disk = bench.disk(new FailAll(BlockStatus.IOERR));

    bench.run(disk, RequestOp.DISCARD, 8, 2);

    assertThat(disk.medium().tag(8)).isEqualTo(DiskBench.initial().tag(8));
  }

  @Test
  void faults_seeEveryBioOnce_inTheOrderOfSubmission_andWritesThatReachedTheMedium() {
    RecordingFaults faults = new RecordingFaults();
    SimulatedDisk disk = bench.disk(spec(10, 1, DriverKind.BIO), faults);
    bench.bio(RequestOp.WRITE, 0, 0, 1).submitTo(disk);
    bench.bio(RequestOp.READ, 0, 0, 1).submitTo(disk);
    bench.bio(RequestOp.WRITE_ZEROES, 0, 0, 1).submitTo(disk);
    bench.bio(RequestOp.DISCARD, 0, 0, 1).submitTo(disk);
    assertThat(faults.seen).containsExactly("a0", "a1", "a2", "a3");

    bench.simulation.run();

    assertThat(faults.seen).containsExactly("a0", "a1", "a2", "a3", "w0", "w2");
  }

  @ParameterizedTest
  @CsvSource({"BIO,OK,1024", "BIO,MEDIUM,1024", "REQUEST,OK,0", "REQUEST,MEDIUM,0"})
  void driver_decidesWhereTheIteratorIsLeft(DriverKind driver, BlockStatus status, int residual) {
    SimulatedDisk disk = bench.disk(spec(10, 1, driver), new FailAll(status));

    Ended ended = bench.run(disk, RequestOp.READ, 0, 2);

    assertThat(ended.status()).isEqualTo(status.name());
    assertThat(ended.residual()).isEqualTo(residual);
  }

  @ParameterizedTest
  @CsvSource({"4096,1", "4095,2", "9000,1", "-1,1"})
  void bioPastTheEnd_failsWholeInsideSubmit_unseenByFaultsAndDriver(long sector, int count) {
    RecordingFaults faults = new RecordingFaults();
    SimulatedDisk disk = bench.disk(spec(1000, 1, DriverKind.REQUEST), faults);

    bench.bio(RequestOp.WRITE, 0, sector, count).submitTo(disk);

    assertThat(bench.ended).containsExactly(new Ended(0, 0, "IOERR", count * 512));
    assertThat(faults.seen).isEmpty();
    assertThat(disk.medium().tag(4095)).isEqualTo(DiskBench.initial().tag(4095));
    assertThat(disk.failed()).isEqualTo(1);
    assertThat(disk.bios()).isEqualTo(1);
  }

  @Test
  void bioThatEndsWithTheDisk_isFine_andSoIsAFlushAnywhere() {
    SimulatedDisk disk = bench.disk(DiskFaults.NONE);

    assertThat(bench.run(disk, RequestOp.WRITE, 4094, 2).status()).isEqualTo("OK");
    assertThat(bench.run(disk, flush(1_000_000)).status()).isEqualTo("OK");
  }

  @Test
  void latencyZero_endsInsideSubmit() {
    SimulatedDisk disk = bench.disk(DiskFaults.NONE);

    bench.bio(RequestOp.WRITE, 0, 0, 1).submitTo(disk);

    assertThat(bench.ended).hasSize(1);
    assertThat(bench.simulation.workPending()).isZero();
  }

  @Test
  void latency_dependsOnTheOperation() {
    LatencyProfile latency =
        new LatencyProfile(
            new LatencySpec.Fixed(10), new LatencySpec.Fixed(200), new LatencySpec.Fixed(3000));
    DiskSpec spec = DiskBench.spec().change().latency(latency).queueDepth(9).build();
    SimulatedDisk disk = bench.disk(DiskBench.cached(spec), DiskFaults.NONE);
    flush(0).submitTo(disk);
    bench.bio(RequestOp.DISCARD, 0, 0, 1).submitTo(disk);
    bench.bio(RequestOp.WRITE, 0, 0, 1).submitTo(disk);
    bench.bio(RequestOp.READ, 0, 0, 1).submitTo(disk);
    bench.bio(RequestOp.WRITE, RequestFlag.PREFLUSH.bit(), 0, 1).submitTo(disk);
    bench.simulation.run();

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(3, 1, 2, 0, 4);
    assertThat(bench.ended).extracting(Ended::time).containsExactly(10L, 200L, 200L, 3000L, 3200L);
  }

  @Test
  void queue_isServedInTheOrderOfArrival_atMostDepthAtOnce() {
    SimulatedDisk disk = disk(100, 2);
    for (int i = 0; i < 5; i++) {
      bench.bio(RequestOp.WRITE, 0, i, 1).submitTo(disk);
    }
    bench.simulation.run();

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(0, 1, 2, 3, 4);
    assertThat(bench.ended).extracting(Ended::time).containsExactly(100L, 100L, 200L, 200L, 300L);
    assertThat(bench.records(EventKind.QUEUE))
        .containsExactly("2 0 1 0 0", "3 0 2 0 0", "4 0 3 0 0");
    assertThat(bench.records(EventKind.ISSUE))
        .containsExactly("0 0 0 0 0", "1 0 1 0 0", "2 0 2 2 0", "3 0 3 1 0", "4 0 4 0 0");
  }

  @Test
  void nextInQueue_isChosenBeforeTheOwnerHears_soThatItCannotBeOvertaken() {
    SimulatedDisk disk = disk(100, 1);
    Bio late = bench.bio(RequestOp.READ, 0, 9, 1);
    bench.bio(RequestOp.READ, 0, 0, 1, bio -> late.submitTo(disk)).submitTo(disk);
    bench.bio(RequestOp.READ, 0, 1, 1).submitTo(disk);
    bench.simulation.run();

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(1, 2, 0);
    assertThat(bench.ended).extracting(Ended::time).containsExactly(100L, 200L, 300L);
  }

  @Test
  void chainOfBiosWithoutLatency_costsNoStack() {
    SimulatedDisk disk = bench.disk(DiskFaults.NONE);
    int length = 200_000;
    int[] count = {0};
    Bio bio = bench.bio(RequestOp.READ, 0, 0, 1);
    bio.own(ownerOf(count, length, disk), 0);
    bio.submitTo(disk);

    assertThat(count[0]).isEqualTo(length);
    assertThat(disk.bios()).isEqualTo(length);
  }

  @Test
  void bioSubmittedInsideAnEnd_isFinishedAfterThatOwnerReturned_stillInsideTheOuterSubmit() {
    SimulatedDisk disk = bench.disk(DiskFaults.NONE);
    List<String> order = new ArrayList<>();
    Bio inner = bench.bio(RequestOp.READ, 0, 0, 1, bio -> order.add("inner ended"));
    bench
        .bio(
            RequestOp.READ,
            0,
            0,
            1,
            bio -> {
              inner.submitTo(disk);
              order.add("outer returns");
            })
        .submitTo(disk);

    assertThat(order).containsExactly("outer returns", "inner ended");
  }

  @Test
  void latencies_areDrawnInTheOrderOfService_fromTheDisksOwnStream() {
    LatencySpec drawn = new LatencySpec.Uniform(1000, 9000);
    SimulatedDisk disk = bench.disk(DiskBench.spec(drawn, 1, DriverKind.BIO), DiskFaults.NONE);
    for (int i = 0; i < 3; i++) {
      bench.bio(RequestOp.READ, 0, 0, 1).submitTo(disk);
    }
    assertThat(bench.simulation.choices().stream("d/latency").draws()).isEqualTo(1);
    bench.simulation.run();

    var replica = new DiskBench().simulation.choices().stream("d/latency");
    LatencySampler sampler = LatencySampler.of(drawn, new LatencyTables());
    long first = sampler.sample(replica);
    long second = first + sampler.sample(replica);
    assertThat(bench.ended)
        .extracting(Ended::time)
        .containsExactly(first, second, second + sampler.sample(replica));
  }

  @Test
  void payloadMode_changesNeitherContentsNorRecords() {
    assertThat(story(PayloadMode.BYTES)).isEqualTo(story(PayloadMode.TAGS));
  }

  private static List<String> story(PayloadMode mode) {
    DiskBench bench = new DiskBench(mode, 3);
    DiskSpec spec = DiskBench.spec(new LatencySpec.Uniform(10, 99), 2, DriverKind.BIO);
    SimulatedDisk disk = bench.disk(spec, DiskFaults.NONE);
    List<String> story = new ArrayList<>();
    Bio read = bench.bio(RequestOp.READ, 0, 3, 5);
    Bio unaligned = bench.bio(RequestOp.WRITE, 0, 20, 1);
    unaligned.add(read.vecAddress(0) + 100, 512);
    bench.bio(RequestOp.WRITE, 0, 2, 4).submitTo(disk);
    read.submitTo(disk);
    unaligned.submitTo(disk);
    bench.simulation.run();
    bench.held(read).forEach(tag -> story.add(Long.toHexString(tag)));
    for (int sector = 0; sector < 24; sector++) {
      story.add(sector + ":" + Long.toHexString(disk.medium().tag(sector)));
    }
    story.add(bench.ended.toString());
    story.add(Long.toHexString(bench.simulation.log().digest()));
    return story;
  }

  private EndBio ownerOf(int[] count, int length, SimulatedDisk disk) {
    return done -> {
      if (++count[0] < length) {
        done.retire();
        done.prepare(RequestOp.DISCARD, 0, 0, 0, 0);
        done.own(ownerOf(count, length, disk), 0);
        done.submitTo(disk);
      }
    };
  }

  private Bio flush(long sector) {
    return bench.bio(RequestOp.WRITE, RequestFlag.PREFLUSH.bit(), sector, 0);
  }

  private SimulatedDisk disk(long latencyNanos, int depth) {
    return bench.disk(spec(latencyNanos, depth, DriverKind.BIO), DiskFaults.NONE);
  }

  private static DiskSpec spec(long latencyNanos, int depth, DriverKind driver) {
    return DiskBench.spec(new LatencySpec.Fixed(latencyNanos), depth, driver);
  }

  private record FailAll(BlockStatus status) implements DiskFaults {
    @Override
    public void arrived(Bio bio, FaultDecision decision) {
      assertThat(decision.status()).as("cleared").isEqualTo(BlockStatus.OK);
      decision.fail(status);
    }

    @Override
    public void written(Bio bio) {
      assertThat(status).as("what failed was not written").isEqualTo(BlockStatus.OK);
    }
  }

  private static final class RecordingFaults implements DiskFaults {

    private final List<String> seen = new ArrayList<>();

    @Override
    public void arrived(Bio bio, FaultDecision decision) {
      seen.add("a" + bio.number());
    }

    @Override
    public void written(Bio bio) {
      seen.add("w" + bio.number());
    }
  }
}
