package io.dmio.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.StubDevice;
import io.dmio.block.Tags;
import io.dmio.device.DiskBench;
import io.dmio.device.DiskBench.Ended;
import io.dmio.device.DiskFaults;
import io.dmio.device.SimulatedDisk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TargetsTest {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();

  private final DiskBench bench = new DiskBench();
  private final StubDevice stub = new StubDevice(1000, true);
  private final SimulatedDisk disk = bench.disk(DiskFaults.NONE);
  private final Told told = new Told();

  @Test
  void linear_readsTheSectorsBelow() {
    Bio bio = bench.bio(RequestOp.READ, 0, 3, 2);
    bench.run(mapped(64, new LinearTarget(new LowerRange(disk, 0, 100))), bio);

    assertThat(bench.held(bio))
        .containsExactly(DiskBench.initial().tag(103), DiskBench.initial().tag(104));
  }

  @ParameterizedTest
  @CsvSource({"READ, IOERR", "WRITE, IOERR", "DISCARD, NOTSUPP", "WRITE_ZEROES, NOTSUPP"})
  void error_failsEverythingAndTakesNoFlushes(RequestOp op, String status) {
    ErrorTarget error = new ErrorTarget();

    assertThat(bench.run(mapped(64, error), op, 0, 2).status()).isEqualTo(status);
    assertThat(error.flushes() > 0 || error.passesDiscards() || error.hasWriteCache()).isFalse();
  }

  @Test
  void zero_readsZeroes_failsReadAhead_andForgetsWrites() {
    MappedDevice zero = mapped(64, new ZeroTarget(bench.memory));
    Bio read = bench.bio(RequestOp.READ, 0, 3, 2);
    Bio ahead = bench.bio(RequestOp.READ, RequestFlag.RAHEAD.bit(), 3, 1);

    assertThat(bench.run(zero, RequestOp.WRITE, 3, 2).status()).isEqualTo("OK");
    assertThat(bench.run(zero, read).status()).isEqualTo("OK");
    assertThat(bench.held(read)).containsExactly(Tags.ZERO, Tags.ZERO);
    assertThat(bench.run(zero, ahead).status()).isEqualTo("IOERR");
    assertThat(bench.held(ahead)).containsExactly(Tags.stamp(2, 0));
  }

  @Test
  void delay_passesEverythingLater_inOrder() {
    MappedDevice delay =
        mapped(64, new DelayTarget(new LowerRange(stub, 0, 0), bench.simulation, 200));
    bench.bio(RequestOp.WRITE, PREFLUSH, 0, 0).submitTo(delay);
    bench.bio(RequestOp.READ, 0, 1, 1).submitTo(delay);
    bench.bio(RequestOp.WRITE, 0, 2, 1).submitTo(delay);
    assertThat(stub.log).isEmpty();

    bench.simulation.run();

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(0, 1, 2);
    assertThat(bench.ended).extracting(Ended::time).containsOnly(200L);
  }

  @Test
  void striped_mapsChunkByChunk_andCutsThere() {
    List<LowerRange> legs = List.of(new LowerRange(stub, 0, 0), new LowerRange(stub, 0, 128));
    MappedDevice striped = mapped(256, new StripedTarget(legs, 8));
    bench.run(striped, RequestOp.WRITE, 5, 22);

    assertThat(stub.log)
        .containsExactly("WRITE 5+3 []", "WRITE 128+8 []", "WRITE 8+8 []", "WRITE 136+3 []");
    for (long sector = 0; sector < 256; sector += 37) {
      stub.log.clear();
      bench.run(striped, RequestOp.WRITE, sector, 1);
      long expected = sector / 8 % 2 * 128 + sector / 16 * 8 + sector % 8;
      assertThat(stub.log).containsExactly("WRITE " + expected + "+1 []");
    }
  }

  @Test
  void striped_behindAnotherSegment_takesItsFlushOnEveryLeg() {
    List<LowerRange> legs = List.of(new LowerRange(stub, 8, 0), new LowerRange(stub, 8, 128));
    Segment first = new Segment(0, 8, new LinearTarget(new LowerRange(stub, 0, 900)));
    Segment second = new Segment(8, 16, new StripedTarget(legs, 8));
    MappedDevice device =
        new MappedDevice(1, "dm", bench.simulation, List.of(first, second), stub.limits());

    assertThat(bench.run(device, bench.bio(RequestOp.WRITE, PREFLUSH, 0, 0)).status())
        .isEqualTo("OK");
    assertThat(stub.log)
        .containsExactly(
            "WRITE 900+0 [PREFLUSH]", "WRITE 0+0 [PREFLUSH]", "WRITE 128+0 [PREFLUSH]");
  }

  @Test
  void dust_failsReadsOfBadBlocks_whole_andOthersNot() {
    DustTarget dust = dust(8, 12, 12, 11);

    assertThat(status(dust, RequestOp.READ, 80, 1)).isEqualTo("OK");
    assertThat(status(dust, RequestOp.READ, 88, 1)).isEqualTo("IOERR");
    assertThat(status(dust, RequestOp.READ, 103, 1)).isEqualTo("IOERR");
    assertThat(status(dust, RequestOp.READ, 104, 8)).isEqualTo("OK");
  }

  @Test
  void dust_badBlockInTheMiddle_failsTheBio_butTheRestIsRead() {
    Bio bio = bench.bio(RequestOp.READ, 0, 76, 24);

    assertThat(bench.run(mapped(1000, dust(8, 11)), bio).status()).isEqualTo("IOERR");

    assertThat(bench.ended.get(0).residual()).isEqualTo(4 * 512);
    assertThat(bench.held(bio).get(11)).isEqualTo(DiskBench.initial().tag(87));
    assertThat(bench.held(bio).get(12)).isEqualTo(Tags.stamp(1, 12));
    assertThat(bench.held(bio).get(20)).isEqualTo(DiskBench.initial().tag(96));
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestOp.class,
      names = {"WRITE", "DISCARD", "WRITE_ZEROES"})
  void dust_isHealedAsAWholeBlock_byWritingAnyPartOfIt(RequestOp op) {
    DustTarget dust = dust(8, 11, 13);

    assertThat(status(dust, op, 91, 1)).isEqualTo("OK");
    assertThat(status(dust, RequestOp.READ, 88, 8)).isEqualTo("OK");
    assertThat(dust.isBad(11)).isFalse();
    assertThat(dust.isBad(13)).isTrue();
  }

  @Test
  void dust_keepsAnyNumberOfBlocks_inAnyOrder() {
    DustTarget dust = dust(1, 9, 3, 7, 5, 1, 8, 2, 6, 4);

    for (int block = 0; block <= 10; block++) {
      assertThat(dust.isBad(block)).isEqualTo(block >= 1 && block <= 9);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, READ, IOERR", "ERROR, WRITE, IOERR", "ERROR_WRITES, READ, OK",
    "ERROR_WRITES, WRITE, IOERR", "DROP_WRITES, READ, OK", "DROP_WRITES, WRITE, OK",
    "CORRUPT_READ, READ, OK", "CORRUPT_READ, WRITE, OK", "ERROR_READS, READ, IOERR",
    "ERROR_READS, WRITE, OK"
  })
  void flakey_misbehavesOnlyWhileItIsDown(String fault, RequestOp op, String down) {
    assertThat(status(flakey(disk, fault, false), op, 3, 1)).isEqualTo("OK");
    assertThat(status(flakey(disk, fault, true), op, 4, 1)).isEqualTo(down);
    assertThat(disk.medium().tag(3) != DiskBench.initial().tag(3)).isEqualTo(op.isWrite());
    boolean written = op.isWrite() && List.of("CORRUPT_READ", "ERROR_READS").contains(fault);
    assertThat(disk.medium().tag(4) != DiskBench.initial().tag(4)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, IOERR, 0",
    "ERROR_WRITES, IOERR, 0",
    "DROP_WRITES, OK, 0",
    "CORRUPT_READ, OK, 1"
  })
  void flakey_flushes_shareTheFateOfWrites(String fault, String status, int passed) {
    MappedDevice device = mapped(64, flakey(stub, fault, true));

    assertThat(bench.run(device, bench.bio(RequestOp.WRITE, PREFLUSH, 3, 0)).status())
        .isEqualTo(status);
    assertThat(stub.log).hasSize(passed);
  }

  @Test
  void flakey_corruptsByte32OfEachReadBio_andNothingElse() {
    Bio bio = bench.bio(RequestOp.READ, 0, 3, 2);
    bench.run(mapped(64, flakey(disk, "CORRUPT_READ", true)), bio);

    byte[] expected = new byte[512];
    bench.tags.expand(DiskBench.initial().tag(3), expected, 0);
    expected[32] = 7;
    byte[] found = new byte[512];
    bench.memory.contents().read(bio.vecAddress(0), found, 0, 512);
    assertThat(found).isEqualTo(expected);
    assertThat(bench.held(bio).get(1)).isEqualTo(DiskBench.initial().tag(4));
    assertThat(disk.medium().tag(3)).isEqualTo(DiskBench.initial().tag(3));
  }

  @Test
  void flakey_tellsWhatItDropsAndCorrupts() {
    bench.run(mapped(64, flakey(disk, "DROP_WRITES", true)), RequestOp.WRITE, 3, 2);
    bench.run(mapped(64, flakey(disk, "CORRUPT_READ", true)), RequestOp.READ, 5, 2);
    FlakeyFaults writes = FlakeyFaults.corrupting(new FlakeyFaults.CorruptByte(513, false, 7));
    bench.run(mapped(64, flakey(disk, writes, true)), RequestOp.WRITE, 7, 2);
    bench.run(mapped(64, flakey(disk, writes, true)), RequestOp.WRITE, 7, 1);
    bench.run(
        mapped(64, flakey(stub, FlakeyFaults.DROP_WRITES, true)),
        bench.bio(RequestOp.WRITE, PREFLUSH, 0, 0));

    assertThat(told.lines)
        .containsExactly(
            "dropped 1 0 3+2", "misread 1 0 5+1", "corrupting 1 0 8+1", "flush dropped 1 0");
  }

  @Test
  void flakey_corruptsACopyOfWhatIsWritten() {
    FlakeyFaults writes = FlakeyFaults.corrupting(new FlakeyFaults.CorruptByte(513, false, 7));
    Bio bio = bench.bio(RequestOp.WRITE, 0, 7, 2);
    List<Long> before = bench.held(bio);
    bench.run(mapped(64, flakey(disk, writes, true)), bio);

    assertThat(bench.held(bio)).isEqualTo(before);
    byte[] found = new byte[1024];
    disk.medium().read(7 * 512, found, 0, 1024);
    byte[] expected = new byte[1024];
    bench.memory.contents().read(bio.vecAddress(0), expected, 0, 1024);
    expected[513] = 7;
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void delay_hasALaneEachForReadsWritesAndFlushes() {
    LowerRange below = new LowerRange(stub, 0, 0);
    MappedDevice delay =
        mapped(
            64,
            new DelayTarget(
                new DelayTarget.Lane(below, bench.simulation, 300),
                new DelayTarget.Lane(new LowerRange(stub, 0, 500), bench.simulation, 0),
                new DelayTarget.Lane(below, bench.simulation, 100)));
    bench.bio(RequestOp.READ, 0, 1, 1).submitTo(delay);
    bench.bio(RequestOp.WRITE, 0, 2, 1).submitTo(delay);
    bench.bio(RequestOp.WRITE, PREFLUSH, 0, 0).submitTo(delay);
    assertThat(stub.log).containsExactly("WRITE 502+1 []");

    bench.simulation.run();

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(1, 2, 0);
    assertThat(bench.ended).extracting(Ended::time).containsExactly(0L, 100L, 300L);
  }

  @Test
  void targetsWithoutLegsChunkOrBlock_areRefused() {
    LowerRange below = new LowerRange(stub, 0, 0);
    assertThatThrownBy(() -> new StripedTarget(List.of(), 8))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StripedTarget(List.of(below), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DustTarget(below, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private DustTarget dust(long blockSectors, long... bad) {
    DustTarget dust = new DustTarget(new LowerRange(disk, 0, 0), blockSectors);
    for (long block : bad) {
      dust.addBadBlock(block);
    }
    return dust;
  }

  private FlakeyTarget flakey(BlockDevice below, String fault, boolean down) {
    return flakey(below, faults(fault), down);
  }

  private FlakeyTarget flakey(BlockDevice below, FlakeyFaults faults, boolean down) {
    return new FlakeyTarget(1, new LowerRange(below, 0, 0), faults, () -> down, bench.memory, told);
  }

  private static FlakeyFaults faults(String word) {
    return switch (word) {
      case "ERROR" -> FlakeyFaults.ERROR;
      case "ERROR_READS" -> new FlakeyFaults(true, FlakeyFaults.Writes.PASS, null);
      case "ERROR_WRITES" -> FlakeyFaults.ERROR_WRITES;
      case "DROP_WRITES" -> FlakeyFaults.DROP_WRITES;
      default -> FlakeyFaults.corrupting(new FlakeyFaults.CorruptByte(32, true, 7));
    };
  }

  private String status(Target target, RequestOp op, long sector, int sectors) {
    return bench.run(mapped(1000, target), op, sector, sectors).status();
  }

  private MappedDevice mapped(long sectors, Target target) {
    List<Segment> table = List.of(new Segment(0, sectors, target));
    return new MappedDevice(1, "dm", bench.simulation, table, DiskBench.LIMITS);
  }

  /** What targets have told. */
  private static final class Told implements TargetWatch {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void dropped(int table, int device, long first, long count, Bio bio) {
      lines.add("dropped " + table + " " + device + " " + first + "+" + count);
    }

    @Override
    public void corrupting(int table, int device, long first, long count, Bio bio) {
      lines.add("corrupting " + table + " " + device + " " + first + "+" + count);
    }

    @Override
    public void flushDropped(int table, int device, Bio bio) {
      lines.add("flush dropped " + table + " " + device);
    }

    @Override
    public void misread(int table, int device, long first, long count, Bio bio) {
      lines.add("misread " + table + " " + device + " " + first + "+" + count);
    }
  }
}
