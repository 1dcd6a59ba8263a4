package io.dmio.fault;

import static io.dmio.fault.FaultBench.READ;
import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.device.DiskBench;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencySpec;
import io.dmio.device.LatencyTables;
import io.dmio.device.SimulatedDisk;
import io.dmio.device.Survival;
import io.dmio.fault.SilentKind.BitFlip;
import io.dmio.fault.SilentKind.FlushLie;
import io.dmio.fault.SilentKind.IgnoredFua;
import io.dmio.fault.SilentKind.LostWrite;
import io.dmio.fault.SilentKind.StaleRead;
import io.dmio.sim.Branches;
import io.dmio.sim.EventKind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Rules on a disk with a write-back cache that serves each bio in 100 ns. */
final class SilentRulesAndPowerTest {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final int FUA = RequestFlag.FUA.bit();

  private final FaultBench faults = new FaultBench();

  @Test
  void flushLie_losesAtAPowerCutWhatWasFlushed_andDeclaresIt() {
    faults.silent(new FlushLie(), on().nth(2).times(1), Ending.AT_ONCE, at(0, 4096));
    SimulatedDisk disk = disk();
    run(disk, RequestOp.WRITE, 0, 8, 1);
    run(disk, RequestOp.WRITE, PREFLUSH, 0, 0);
    run(disk, RequestOp.WRITE, 0, 9, 1);
    run(disk, RequestOp.WRITE, PREFLUSH, 0, 0);

    disk.cutPower(Survival.NONE, false, new Branches());

    assertThat(faults.held(8, 2)).isEqualTo("1a o");
    assertThat(faults.damage.lines).containsExactly("damaged 9+1 r0");
    assertThat(faults.bench.records(EventKind.FAULT)).hasSize(1);
  }

  @Test
  void flushLie_countsBiosWithPreflushOnly_withDataOrWithout() {
    faults.silent(new FlushLie(), Trigger.ALWAYS, Ending.AT_ONCE, at(0, 4096));
    SimulatedDisk disk = disk();
    run(disk, RequestOp.WRITE, 0, 8, 1);
    run(disk, RequestOp.WRITE, FUA, 9, 1);
    run(disk, RequestOp.READ, 0, 9, 1);
    assertThat(faults.injector().hits(0)).isZero();
    run(disk, RequestOp.WRITE, PREFLUSH, 10, 1);
    run(disk, RequestOp.WRITE, PREFLUSH, 0, 0);

    assertThat(faults.injector().hits(0)).isEqualTo(2);
  }

  @Test
  void opsOfAFlushLie_canLeaveOutFlushesBeforeData() {
    faults.silent(
        new FlushLie(), EnumSet.of(FaultOp.FLUSH), Trigger.ALWAYS, Ending.AT_ONCE, at(0, 4096));
    SimulatedDisk disk = disk();
    run(disk, RequestOp.WRITE, PREFLUSH, 10, 1);

    assertThat(faults.injector().hits(0)).isZero();
  }

  @Test
  void ignoredFua_losesAtAPowerCutWhatWasToBeDurable_andCountsFuaOnly() {
    faults.silent(new IgnoredFua(), on().nth(2).times(1), Ending.AT_ONCE, at(8, 8));
    SimulatedDisk disk = disk();
    run(disk, RequestOp.WRITE, FUA, 8, 1);
    run(disk, RequestOp.WRITE, PREFLUSH, 9, 1);
    run(disk, RequestOp.WRITE, FUA, 10, 2);
    run(disk, RequestOp.WRITE, FUA, 20, 1);

    disk.cutPower(Survival.NONE, false, new Branches());

    assertThat(faults.held(8, 4)).isEqualTo("1a o o o");
    assertThat(faults.held(20, 1)).isEqualTo("4a");
    assertThat(faults.damage.lines).containsExactly("damaged 10+2 r0");
  }

  @Test
  void lostWrite_withFua_isLostAndTheRestIsDurable() {
    faults.silent(new LostWrite(), Trigger.ALWAYS, Ending.AT_ONCE, at(9, 1));
    SimulatedDisk disk = disk();
    run(disk, RequestOp.WRITE, FUA, 8, 3);

    disk.cutPower(Survival.NONE, false, new Branches());

    assertThat(faults.held(8, 3)).isEqualTo("1a o 1c");
  }

  @Test
  void bioThatPowerTakes_repairsHealsAndAgesNothing() {
    faults
        .silent(new LostWrite(), on().nth(1).times(1), Ending.AT_ONCE, at(8, 1))
        .error(READ, on().nth(1).times(1), Ending.ON_WRITE, at(9, 1))
        .silent(new StaleRead(), READ, on().every(1).always(), Ending.AT_ONCE, at(10, 1))
        .silent(
            new BitFlip(3, true),
            EnumSet.of(FaultOp.WRITE),
            on().nth(2).times(1),
            Ending.AT_ONCE,
            at(11, 1));
    SimulatedDisk disk = disk();
    run(disk, RequestOp.WRITE, 0, 8, 4);
    run(disk, RequestOp.READ, 0, 9, 1);

    begin(disk, RequestOp.WRITE, 0, 8, 4);
    disk.cutPower(Survival.NONE, false, new Branches());
    disk.powerOn();
    faults.bench.simulation.run();

    assertThat(faults.held(8, 4)).isEqualTo("o o o o");
    assertThat(faults.damage.lines)
        .as("the lost write stays lost")
        .containsExactly("damaged 8+1 r0");
    assertThat(faults.bench.records(EventKind.HEAL)).isEmpty();
    assertThat(faults.delivered(10, 1)).as("before the only write that arrived").isEqualTo("o");
  }

  @Test
  void bioThatPowerTakes_arrivesAsItIsIfAtAll() {
    faults.silent(new BitFlip(3, false), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));
    SimulatedDisk disk = disk();

    begin(disk, RequestOp.WRITE, 0, 8, 2);
    disk.cutPower(Survival.ALL, false, new Branches());

    assertThat(faults.held(8, 2)).isEqualTo("1a 1b");
    assertThat(faults.damage.lines).isEmpty();
  }

  @Test
  void bioThatWaitsInTheQueue_isNeverTold() {
    faults.silent(new LostWrite(), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));
    SimulatedDisk disk = disk(1);
    begin(disk, RequestOp.WRITE, 0, 20, 1);
    begin(disk, RequestOp.WRITE, 0, 8, 1);

    disk.cutPower(Survival.ALL, false, new Branches());

    assertThat(faults.held(20, 1) + faults.held(8, 1)).isEqualTo("1ao");
    assertThat(faults.damage.lines).isEmpty();
  }

  private void run(SimulatedDisk disk, RequestOp op, int flags, long sector, int sectors) {
    begin(disk, op, flags, sector, sectors);
    faults.bench.simulation.run();
  }

  private void begin(SimulatedDisk disk, RequestOp op, int flags, long sector, int sectors) {
    Bio bio = faults.bench.bio(op, flags, sector, sectors);
    bio.submitTo(disk);
  }

  private SimulatedDisk disk() {
    return disk(Integer.MAX_VALUE);
  }

  private SimulatedDisk disk(int queueDepth) {
    DiskBench bench = faults.bench;
    SimulatedDisk disk =
        new SimulatedDisk(
            DiskBench.cached(
                DiskBench.spec(new LatencySpec.Fixed(100), queueDepth, DriverKind.BIO)),
            bench.simulation,
            bench.memory,
            SectorStore.create(PayloadMode.TAGS, bench.tags, DiskBench.initial()),
            faults.injector().forDisk(0),
            new LatencyTables(),
            faults.damage);
    faults.use(disk);
    return disk;
  }
}
