package io.dmio.device;

import static io.dmio.device.PowerBench.PREFLUSH;
import static io.dmio.device.PowerBench.WRITE_NANOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Bio;
import io.dmio.block.RequestOp;
import io.dmio.device.DiskBench.Ended;
import io.dmio.device.PowerBench.Setup;
import io.dmio.sim.Branches;
import io.dmio.sim.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bios end at a disk without power, or that cannot be reached. */
final class PowerEndsTest {

  private static final Setup PLAIN = Setup.with(CacheSpec.NONE);

  private final PowerBench power = new PowerBench(PLAIN.queue(2));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void biosInTheDisk_endOffline_inTheOrderInWhichTheyCame(boolean cut) {
    power.begin(0, 1).settle();
    for (int i = 0; i < 4; i++) {
      power.begin(i, 1);
    }
    power.begin(RequestOp.READ, 0, 0, 1).pass(5);
    stop(power, cut);

    assertThat(power.ended())
        .containsExactly("0 OK", "1 OFFLINE", "2 OFFLINE", "3 OFFLINE", "4 OFFLINE", "5 OFFLINE");
    assertThat(power.disk.failed()).isEqualTo(5);
    power.settle();
    assertThat(power.ended()).hasSize(6);
    assertThat(power.bench.simulation.now()).isEqualTo(WRITE_NANOS + 5);
  }

  @ParameterizedTest
  @EnumSource(
      value = HoldOrder.class,
      names = {"FIFO", "LIFO"})
  void heldBios_endLast_inTheOrderInWhichTheyCame(HoldOrder order) {
    PowerBench holding = new PowerBench(PLAIN.holding(order));
    holding.begin(0, 1).disk.release();
    holding.begin(1, 1).begin(2, 1).cut(Survival.ALL).begin(3, 1);
    assertThat(holding.ended()).containsExactly("0 OFFLINE", "1 OFFLINE", "2 OFFLINE", "3 OFFLINE");
    assertThat(holding.disk.held()).isZero();
    assertThat(holding.holds(0, 4)).isEqualTo("0 - - -");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void biosThatComeLater_endAtOnce_unseenByFaultsAndQueue_untilItIsBack(boolean cut) {
    stop(power, cut);
    power.begin(0, 1).begin(RequestOp.READ, 0, 0, 1);
    assertThat(power.ended()).containsExactly("0 OFFLINE", "1 OFFLINE");
    assertThat(power.disk.arrivals().of(Arrivals.Kind.WRITE)).isZero();
    assertThat(power.bench.records(EventKind.ISSUE)).isEmpty();

    if (cut) {
      power.disk.powerOn();
    } else {
      power.disk.online();
    }
    power.write(0, 1);
    assertThat(power.ended()).contains("2 OK");
    assertThat(power.holds(0, 1)).isEqualTo("2");
  }

  private static void stop(PowerBench power, boolean cut) {
    if (cut) {
      power.cut(Survival.NONE);
    } else {
      power.disk.offline();
    }
  }

  @Test
  void powerAndPath_mustBothBeThere() {
    power.cut(Survival.NONE).disk.offline();
    power.disk.powerOn();
    assertThat(power.disk.accepts()).isFalse();
    power.disk.online();
    assertThat(power.disk.accepts()).isTrue();
    assertThat(power.bench.records(EventKind.POWER))
        .containsExactly("3 0 0 0 0", "3 2 0 0 0", "3 1 0 0 0", "3 3 0 0 0");
  }

  @Test
  void chainOfBiosAtADeadDisk_costsNoStack_andEndsInOrder() {
    Chain chain = new Chain(20_000);
    power.begin(1, 1).begin(2, 1);
    chain.next();
    power.cut(Survival.NONE);
    assertThat(chain.left).isZero();
    assertThat(power.ended().subList(0, 3)).containsExactly("0 OFFLINE", "1 OFFLINE", "2 OFFLINE");
  }

  private final class Chain {
    private int left;

    Chain(int length) {
      left = length;
    }

    void next() {
      Bio bio = power.bench.bio(RequestOp.WRITE, 0, 0, 1, done -> onward());
      bio.submitTo(power.disk);
    }

    private void onward() {
      if (--left > 0) {
        next();
      }
    }
  }

  @Test
  void ifTheHostIsGone_nobodyHearsOfItsBios_andTheDiskForgetsThem() {
    PowerBench holding = new PowerBench(PLAIN.queue(1).holding(HoldOrder.FIFO));
    holding.begin(0, 1).begin(1, 1).disk.release();
    holding.begin(2, 1);
    holding.disk.cutPower(Survival.ALL, true, new Branches());
    holding.settle();
    assertThat(holding.ended()).isEmpty();
    assertThat(holding.bench.simulation.now()).isZero();
    assertThat(holding.holds(0, 3)).isEqualTo("0 - -");
    assertThat(holding.bench.records(EventKind.POWER)).containsExactly("3 0 1 3 1");

    holding.disk.powerOn();
    holding.begin(4, 1).begin(5, 1).disk.release();
    holding.settle();
    assertThat(holding.bench.ended)
        .extracting(Ended::time)
        .containsExactly(WRITE_NANOS, 2 * WRITE_NANOS);
  }

  @Test
  void offline_losesNothingOfTheCache_andDoesNotDoWhatWasBeingServed() {
    PowerBench cached = new PowerBench(Setup.cached()).write(0, 1).begin(1, 1);
    cached.disk.offline();
    assertThat(cached.holds(0, 2)).isEqualTo("0 -");
    cached.disk.online();
    assertThat(PowerBench.everyWay(PowerEndsTest::offlineAndBack, 0, 2))
        .containsExactly("- -", "0 -");
    cached.flush().cut(Survival.NONE);
    assertThat(cached.holds(0, 2)).isEqualTo("0 -");
  }

  private static PowerBench offlineAndBack() {
    PowerBench cached = new PowerBench(Setup.cached()).write(0, 1).begin(1, 1);
    cached.disk.offline();
    cached.disk.online();
    return cached;
  }

  @Test
  void flushBeforeData_thatIsCut_endsOnce() {
    PowerBench cached = new PowerBench(Setup.cached());
    cached.begin(RequestOp.WRITE, PREFLUSH, 0, 1).begin(RequestOp.WRITE, PREFLUSH, 0, 0);
    cached.cut(Survival.ALL).settle();
    assertThat(cached.ended()).containsExactly("0 OFFLINE", "1 OFFLINE");
    assertThat(cached.holds(0, 1)).isEqualTo("-");
  }

  @Test
  void cutWithoutPower_changesNothing() {
    PowerBench cached = new PowerBench(Setup.cached()).write(0, 1).cut(Survival.ALL);
    cached.cut(Survival.NONE);
    assertThat(cached.holds(0, 1)).isEqualTo("0");
    assertThat(cached.disk.powerCuts()).hasSize(1);
  }

  @Test
  void cutWhileABioEnds_isRefused() {
    Bio bio = power.bench.bio(RequestOp.WRITE, 0, 0, 1, done -> power.cut(Survival.NONE));
    bio.submitTo(power.disk);
    assertThatThrownBy(power::settle).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void requestDriver_leavesTheIteratorAtTheEnd_alsoOfBiosThatEndOffline() {
    DiskBench bench = new DiskBench();
    SimulatedDisk disk =
        bench.disk(
            DiskBench.spec(new LatencySpec.Fixed(9), 1, DriverKind.REQUEST), DiskFaults.NONE);
    bench.bio(RequestOp.READ, 0, 0, 2).submitTo(disk);
    disk.cutPower(Survival.NONE, false, new Branches());
    assertThat(bench.ended).containsExactly(new Ended(0, 0, "OFFLINE", 0));
  }
}
