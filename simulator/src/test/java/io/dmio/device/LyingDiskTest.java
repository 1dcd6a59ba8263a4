package io.dmio.device;

import static io.dmio.device.PowerBench.FUA;
import static io.dmio.device.PowerBench.PREFLUSH;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.device.PowerBench.Setup;
import org.junit.jupiter.api.Test;

/** Disks that say that something is durable. */
final class LyingDiskTest {

  private static final CacheSpec NO_FUA =
      new CacheSpec(CacheMode.WRITE_BACK, CacheSpec.UNLIMITED, false);

  @Test
  void flushLie_acknowledges_settlesNothing_andDeclaresWhatItShouldHaveSettled() {
    PowerBench power = new PowerBench(Setup.cached().faults(new Lies(6, -1)));
    power.write(1, 2).write(9, 1).begin(RequestOp.WRITE, PREFLUSH, 0, 0).begin(20, 1).settle();

    assertThat(power.ended()).containsExactly("0 OK", "1 OK", "3 OK", "2 OK");
    assertThat(power.damaged).containsExactly("6:3@1+1", "6:3@2+1", "6:3@9+1");
    assertThat(power.cut(Survival.NONE).holds(1, 2)).isEqualTo("- -");
  }

  @Test
  void flushLieBeforeData_writesTheData() {
    PowerBench power = new PowerBench(Setup.cached().faults(new Lies(6, -1)));
    power.write(1, 1).begin(RequestOp.WRITE, PREFLUSH | FUA, 2, 1).settle();
    assertThat(power.damaged).containsExactly("6:3@1+1");
    assertThat(power.cut(Survival.NONE).holds(1, 2)).isEqualTo("- 1");
  }

  @Test
  void ignoredFua_leavesTheWriteInTheCache_andDeclaresItsSectors() {
    for (CacheSpec cache : new CacheSpec[] {CacheSpec.of(CacheMode.WRITE_BACK), NO_FUA}) {
      PowerBench power = new PowerBench(Setup.with(cache).faults(new Lies(-1, 4)));
      power.begin(RequestOp.WRITE, FUA, 1, 2).begin(RequestOp.WRITE, 0, 5, 1).settle();
      assertThat(power.damaged).containsExactly("4:3@1+2");
      assertThat(power.holds(1, 2)).isEqualTo("0 0");
      assertThat(power.cut(Survival.NONE).holds(1, 2)).isEqualTo("- -");
    }
  }

  @Test
  void lieAboutAFlush_ofAFlushThatFails_declaresNothing() {
    PowerBench power =
        new PowerBench(
            Setup.cached()
                .faults(
                    new Lies(6, -1) {
                      @Override
                      public void arrived(Bio bio, FaultDecision decision) {
                        super.arrived(bio, decision);
                        if (bio.bytes() == 0) {
                          decision.fail(BlockStatus.IOERR);
                        }
                      }
                    }));
    power.write(1, 1).begin(RequestOp.WRITE, PREFLUSH, 0, 0).settle();
    assertThat(power.damaged).isEmpty();
    assertThat(power.cut(Survival.NONE).holds(1, 1)).isEqualTo("-");
  }

  @Test
  void transferInPlaceOfTheDisk_isSeenByTheCache() {
    Transfer elsewhere = (bio, media) -> media.store(bio, 0, bio.bytes(), bio.sector() + 8);
    Setup setup = Setup.cached().faults(new Lies(-1, -1, elsewhere));
    assertThat(PowerBench.everyWay(() -> new PowerBench(setup).write(0, 1), 8, 1))
        .containsExactly("-", "0");
    PowerBench durable = new PowerBench(setup).begin(RequestOp.WRITE, FUA, 0, 1).settle();
    assertThat(durable.cut(Survival.NONE).holds(8, 1)).isEqualTo("0");
  }

  @Test
  void wholeSectorsThatATransferPuts_areSeenByTheCacheToo() {
    long[] tags = {Tags.ZERO, Tags.stamp(10, 0), Tags.stamp(11, 0)};
    Transfer puts =
        (bio, media) -> {
          media.put(1, tags, 1, 2);
          media.put(5, Tags.ZERO);
        };
    Setup setup = Setup.cached().faults(new Lies(-1, -1, puts));
    assertThat(new PowerBench(setup).write(0, 1).holds(0, 6)).isEqualTo("- 9 10 - - 0s");
    assertThat(PowerBench.everyWay(() -> new PowerBench(setup).write(0, 1), 0, 6)).hasSize(8);
  }

  @Test
  void silentFaultOfAWriteInFlight_neverHappens() {
    Transfer nothing = (bio, media) -> media.put(20, Tags.ZERO);
    Setup setup = Setup.with(CacheSpec.NONE).faults(new Lies(-1, -1, nothing));
    assertThat(new PowerBench(setup).begin(0, 2).cut(Survival.ALL).holds(0, 2)).isEqualTo("0 0");
    assertThat(new PowerBench(setup).begin(0, 2).cut(Survival.ALL).holds(20, 1)).isEqualTo("-");
  }

  /** Lies about everything, by the rules that are not negative. */
  private static class Lies implements DiskFaults {

    private final int flush;
    private final int fua;
    private final Transfer transfer;

    Lies(int flush, int fua) {
      this(flush, fua, null);
    }

    Lies(int flush, int fua, Transfer transfer) {
      this.flush = flush;
      this.fua = fua;
      this.transfer = transfer;
    }

    @Override
    public void arrived(Bio bio, FaultDecision decision) {
      if (flush >= 0 && RequestFlag.PREFLUSH.in(bio.flags())) {
        decision.lieAboutFlush(flush);
      }
      if (fua >= 0 && RequestFlag.FUA.in(bio.flags())) {
        decision.ignoreFua(fua);
      }
      if (transfer != null) {
        decision.replace(transfer);
      }
    }

    @Override
    public void written(Bio bio) {}
  }
}
