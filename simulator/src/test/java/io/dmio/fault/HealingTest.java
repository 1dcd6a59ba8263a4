package io.dmio.fault;

import static io.dmio.fault.FaultBench.READ;
import static io.dmio.fault.FaultBench.READ_WRITE;
import static io.dmio.fault.FaultBench.WRITE;
import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import io.dmio.device.DiskBench;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencySpec;
import io.dmio.device.SimulatedDisk;
import io.dmio.sim.EventKind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HealingTest {

  private final FaultBench faults = new FaultBench();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rewrite_healsExactlyWhatItCovers_evenIfWritesAreAmongTheOps(boolean writes) {
    faults.error(writes ? READ_WRITE : READ, Trigger.ALWAYS, Ending.ON_WRITE, at(100, 8));
    assertThat(faults.reads(103, 2)).isEqualTo("xx");

    assertThat(faults.write(98, 5)).isEqualTo(".");

    assertThat(faults.read(98, 5)).isEqualTo(".");
    assertThat(faults.reads(103, 1) + faults.read(98, 6)).isEqualTo("xx");
    assertThat(faults.write(103, 5)).isEqualTo(".");
    assertThat(faults.read(100, 8)).isEqualTo(".");
    assertThat(faults.bench.records(EventKind.HEAL)).containsExactly("0 0 100 3 0", "0 0 103 5 0");
    assertThat(faults.injector().fired(0)).isEqualTo(1);
    assertThat(faults.injector().hits(0)).isEqualTo(4);
  }

  @Test
  void latentDefect_canBeHealedBeforeAnybodyNoticed() {
    faults.error(READ_WRITE, Trigger.ALWAYS, Ending.ON_WRITE, at(100, 8));

    assertThat(faults.write(100, 4) + faults.read(100, 4)).isEqualTo("..");
    assertThat(faults.injector().fired(0)).isZero();
    assertThat(faults.read(100, 5)).isEqualTo("x");
  }

  @Test
  void latentDefect_isNotHealedBeforeItsWindow() {
    faults.error(READ, on().window(50, Long.MAX_VALUE).always(), Ending.ON_WRITE, at(4, 1));
    assertThat(faults.write(4, 1) + faults.read(4, 1)).isEqualTo("..");
    faults.bench.sleep(50);

    assertThat(faults.read(4, 1)).isEqualTo("x");
  }

  @Test
  void writeZeroes_heals_andDiscardDoesNot() {
    faults.error(READ, Trigger.ALWAYS, Ending.ON_WRITE, at(4, 2));
    faults.bench.run(faults.disk(), RequestOp.DISCARD, 4, 2);
    assertThat(faults.reads(4, 1)).isEqualTo("x");
    faults.bench.run(faults.disk(), RequestOp.WRITE_ZEROES, 4, 1);

    assertThat(faults.reads(4, 1) + faults.reads(5, 1)).isEqualTo(".x");
  }

  @Test
  void writeZeroes_heals_evenIfAmongTheOps() {
    var ops = EnumSet.of(FaultOp.READ, FaultOp.WRITE_ZEROES);
    faults.error(ops, Trigger.ALWAYS, Ending.ON_WRITE, at(4, 1));

    assertThat(faults.bench.run(faults.disk(), RequestOp.WRITE_ZEROES, 4, 1).status())
        .isEqualTo("OK");
    assertThat(faults.reads(4, 1)).isEqualTo(".");
  }

  @Test
  void nthWrite_fails_andTheNextOneHeals() {
    faults.error(READ_WRITE, on().nth(2).always(), Ending.ON_WRITE, at(4, 1));

    assertThat(faults.writes(4, 2)).isEqualTo(".x");
    assertThat(faults.reads(4, 1)).isEqualTo("x");
    assertThat(faults.writes(4, 1) + faults.reads(4, 1)).isEqualTo("..");
    assertThat(faults.bench.records(EventKind.HEAL)).containsExactly("0 0 4 1 0");
  }

  @Test
  void ruleAboutWritesAlone_failsTheFirst_andTheNextHealsForGood() {
    faults.error(WRITE, Trigger.ALWAYS, Ending.ON_WRITE, at(4, 1));

    assertThat(faults.writes(4, 4)).isEqualTo("x...");
  }

  @Test
  void onsetAfterHealing_makesTheWholePlaceBadAgain() {
    faults.error(READ, on().every(2).always(), Ending.ON_WRITE, at(4, 2));
    assertThat(faults.reads(4, 2)).isEqualTo(".x");
    assertThat(faults.write(4, 1)).isEqualTo(".");
    assertThat(faults.reads(4, 2)).as("no onset while one lasts").isEqualTo("..");
    assertThat(faults.write(5, 1)).isEqualTo(".");

    assertThat(faults.reads(5, 2) + faults.reads(4, 1)).isEqualTo(".xx");
    assertThat(faults.injector().fired(0)).isEqualTo(2);
  }

  @Test
  void failedWrite_healsNothing() {
    faults
        .error(READ, Trigger.ALWAYS, Ending.ON_WRITE, at(4, 1))
        .error(WRITE, on().nth(1).always(), Ending.AT_ONCE, at(4, 1));

    assertThat(faults.writes(4, 1) + faults.reads(4, 1)).isEqualTo("xx");
    assertThat(faults.writes(4, 1) + faults.reads(4, 1)).isEqualTo("..");
  }

  @Test
  void sector_isBadUntilTheRewriteHasReachedTheMedium() {
    faults.error(READ, Trigger.ALWAYS, Ending.ON_WRITE, at(4, 1));
    DiskBench bench = faults.bench;
    SimulatedDisk slow =
        bench.disk(
            DiskBench.spec(new LatencySpec.Fixed(100), 8, DriverKind.BIO),
            faults.injector().forDisk(0));
    bench.bio(RequestOp.WRITE, 0, 4, 1).submitTo(slow);
    bench.bio(RequestOp.READ, 0, 4, 1).submitTo(slow);
    bench.simulation.run();
    bench.bio(RequestOp.READ, 0, 4, 1).submitTo(slow);
    bench.simulation.run();

    assertThat(bench.ended)
        .extracting(DiskBench.Ended::status)
        .containsExactly("OK", "MEDIUM", "OK");
  }

  @Test
  void onsetInAGroup_isHealedLikeAnyOther() {
    faults
        .error(READ, on().nth(1).group(0), Ending.AT_ONCE, at(0, 1))
        .error(READ, on().group(0), Ending.ON_WRITE, at(8, 2));
    assertThat(faults.reads(8, 1)).as("only follows").isEqualTo(".");
    assertThat(faults.reads(0, 1) + faults.read(8, 2)).isEqualTo("xx");

    assertThat(faults.write(8, 1) + faults.reads(8, 1) + faults.reads(9, 1)).isEqualTo("..x");
  }
}
