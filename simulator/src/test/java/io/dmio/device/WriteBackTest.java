package io.dmio.device;

import static io.dmio.device.PowerBench.FLUSH_NANOS;
import static io.dmio.device.PowerBench.FUA;
import static io.dmio.device.PowerBench.PREFLUSH;
import static io.dmio.device.PowerBench.WRITE_NANOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.RequestOp;
import io.dmio.device.DiskBench.Ended;
import io.dmio.device.PowerBench.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What flushes, FUA and the size of a cache make durable; all else is lost at the cut. */
final class WriteBackTest {

  private static final CacheSpec NO_FUA =
      new CacheSpec(CacheMode.WRITE_BACK, CacheSpec.UNLIMITED, false);

  private final PowerBench power = new PowerBench(Setup.cached());

  @Test
  void readsSeeTheNewest_andACutWithoutFlushTakesItBack() {
    power.write(8, 2).write(9, 1);
    assertThat(power.holds(8, 2)).isEqualTo("0 1");
    assertThat(power.cut(Survival.NONE).holds(8, 2)).isEqualTo("- -");
  }

  @ParameterizedTest
  @EnumSource(
      value = CacheMode.class,
      names = {"NONE", "WRITE_THROUGH"})
  void withoutWriteBack_whatHasEndedIsDurable(CacheMode mode) {
    PowerBench durable = new PowerBench(Setup.with(CacheSpec.of(mode)));
    durable.write(8, 2).begin(8, 1).cut(Survival.NONE);
    assertThat(durable.holds(8, 2)).isEqualTo("0 0");
  }

  @Test
  void flush_makesDurableWhatHadEndedWhenItCame_andNothingLater() {
    power.write(1, 1).begin(2, 1); // 1 is in flight when the flush comes
    power.begin(RequestOp.WRITE, PREFLUSH, 0, 0);
    power.begin(3, 1).settle();
    power.cut(Survival.NONE);
    assertThat(power.holds(1, 3)).isEqualTo("0 - -");
  }

  @Test
  void flush_keepsTheVersionThatHadEnded_ofASectorThatWasWrittenAgainMeanwhile() {
    power.write(1, 1).begin(RequestOp.WRITE, PREFLUSH, 0, 0).begin(1, 1).settle();
    assertThat(power.holds(1, 1)).isEqualTo("2");
    assertThat(power.cut(Survival.NONE).holds(1, 1)).isEqualTo("0");
  }

  @Test
  void flushThatIsNotOver_hasMadeNothingDurable() {
    power.write(1, 1).begin(RequestOp.WRITE, PREFLUSH, 0, 0).pass(FLUSH_NANOS - 1);
    assertThat(power.cut(Survival.NONE).holds(1, 1)).isEqualTo("-");
  }

  @Test
  void flushThatWaitedInTheQueue_coversWhatHadEndedWhenItCame() {
    PowerBench queued = new PowerBench(Setup.cached().queue(1));
    queued.begin(1, 1).begin(RequestOp.WRITE, PREFLUSH, 0, 0).settle();
    assertThat(queued.cut(Survival.NONE).holds(1, 1)).isEqualTo("-");
  }

  @Test
  void preflushWithData_isAFlushAndThenTheData() {
    power.write(1, 1).begin(RequestOp.WRITE, PREFLUSH, 2, 1).settle();

    Ended last = power.bench.ended.get(1);
    assertThat(last.time()).isEqualTo(WRITE_NANOS + FLUSH_NANOS + WRITE_NANOS);
    assertThat(power.cut(Survival.NONE).holds(1, 2)).isEqualTo("0 -");
  }

  @Test
  void writeAfterAFlush_isNoFlush() {
    power.write(1, 1).begin(RequestOp.WRITE, PREFLUSH, 0, 0).settle();
    power.write(2, 1).write(3, 1);

    assertThat(power.bench.ended.get(3).time()).isEqualTo(FLUSH_NANOS + 3 * WRITE_NANOS);
    assertThat(power.cut(Survival.NONE).holds(1, 3)).isEqualTo("0 - -");
  }

  @Test
  void dataBehindAFlush_neverSurvivesWithoutWhatTheFlushCovers() {
    power.write(1, 1).begin(RequestOp.WRITE, PREFLUSH, 2, 1);
    assertThat(PowerBench.everyWay(() -> commit(FLUSH_NANOS - 1), 1, 2))
        .containsExactly("- -", "0 -");
    assertThat(PowerBench.everyWay(() -> commit(FLUSH_NANOS + 1), 1, 2))
        .containsExactly("0 -", "0 1");
  }

  private static PowerBench commit(long nanos) {
    PowerBench journal = new PowerBench(Setup.cached());
    return journal.write(1, 1).begin(RequestOp.WRITE, PREFLUSH, 2, 1).pass(nanos);
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestOp.class,
      names = {"WRITE", "WRITE_ZEROES", "DISCARD"})
  void fua_makesItsOwnSectorsDurable_andNoOthers(RequestOp op) {
    power.write(1, 2).begin(op, FUA, 2, 2).settle();
    String now = op == RequestOp.WRITE ? "1" : "0s";
    assertThat(power.bench.ended.get(1).time()).isEqualTo(2 * WRITE_NANOS);
    assertThat(power.disk.sectorsWritten()).isEqualTo(op == RequestOp.WRITE ? 4 : 2);
    assertThat(power.cut(Survival.NONE).holds(1, 3)).isEqualTo("- " + now + " " + now);
  }

  @Test
  void fuaOfOldContent_settlesWhatWasWrittenBetween() {
    var first = power.bench.bio(RequestOp.WRITE, FUA, 1, 1);
    first.submitTo(power.disk);
    power.settle().write(1, 1);
    var again = power.again(first, 1);
    again.changeFlags(0, FUA);
    again.submitTo(power.disk);
    power.settle().cut(Survival.NONE);
    assertThat(power.holds(1, 1)).isEqualTo("0");
    assertThat(power.disk.powerCuts().get(0).states()).isEqualTo(1);
  }

  @Test
  void withoutFua_aFlushFollowsTheWrite_andCoversAllThatHasEndedByThen() {
    PowerBench old = new PowerBench(Setup.with(NO_FUA));
    old.begin(1, 1).begin(RequestOp.WRITE, FUA, 2, 1).pass(WRITE_NANOS + 1);
    assertThat(old.holds(1, 2)).isEqualTo("0 1");
    assertThat(old.ended()).containsExactly("0 OK");
    old.begin(3, 1).settle();

    assertThat(old.bench.ended.get(2).time()).isEqualTo(WRITE_NANOS + FLUSH_NANOS);
    assertThat(old.cut(Survival.NONE).holds(1, 3)).isEqualTo("0 1 -");
  }

  @Test
  void withoutFua_aCutDuringTheFlushAfterTheData_findsItCached() {
    PowerBench old = new PowerBench(Setup.with(NO_FUA));
    old.begin(RequestOp.WRITE, FUA, 2, 1).pass(WRITE_NANOS + 1).cut(Survival.ALL);
    assertThat(old.ended()).containsExactly("0 OFFLINE");
    assertThat(old.disk.powerCuts().get(0).fates().get(0).state())
        .isEqualTo(PowerCutRecord.State.CACHED);
    assertThat(old.disk.sectorsWritten()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"512, 0 1 2 -", "1024, 0 1 - -", "1536, 0 - - -", "2048, - - - -"})
  void cacheThatIsFull_makesTheOldestDurable(long bytes, String durable) {
    PowerBench small = new PowerBench(Setup.with(new CacheSpec(CacheMode.WRITE_BACK, bytes, true)));
    small.write(1, 1).write(2, 1).write(3, 1).write(4, 1);
    assertThat(small.holds(1, 4)).isEqualTo("0 1 2 3");
    assertThat(small.cut(Survival.NONE).holds(1, 4)).isEqualTo(durable);
  }

  @Test
  void fullCache_isNotPushedOutByWritesInFlight() {
    Setup small = Setup.with(new CacheSpec(CacheMode.WRITE_BACK, 512, true));
    PowerBench cut = new PowerBench(small).write(1, 1).begin(2, 2).cut(Survival.NONE);
    assertThat(cut.holds(1, 3)).isEqualTo("- - -");
    assertThat(cut.disk.powerCuts().get(0).states()).isEqualTo(8);
  }

  @Test
  void fullCache_countsEveryVersionOfASector() {
    PowerBench small = new PowerBench(Setup.with(new CacheSpec(CacheMode.WRITE_BACK, 1024, true)));
    small.write(1, 1).write(1, 1).write(1, 1).write(1, 1).cut(Survival.NONE);
    assertThat(small.holds(1, 1)).isEqualTo("1");
    assertThat(small.disk.powerCuts().get(0).states()).isEqualTo(3);
  }

  @Test
  void rewriteOfTheSameContent_isNoOtherContent() {
    var first = power.bench.bio(RequestOp.WRITE, 0, 1, 1);
    first.submitTo(power.disk);
    power.settle();
    power.again(first, 1).submitTo(power.disk);
    power.settle().cut(Survival.NONE);
    assertThat(power.disk.powerCuts().get(0).states()).isEqualTo(2);
  }

  @Test
  void specs_refuseWhatIsNoUnit() {
    assertThatThrownBy(() -> new PowerBench(Setup.cached().blocks(768, 4096)))
        .hasMessageContaining("768");
    assertThatThrownBy(() -> new PowerBench(Setup.cached().blocks(256, 4096)))
        .hasMessageContaining("256");
    CacheSpec tiny = new CacheSpec(CacheMode.WRITE_BACK, 512, true);
    assertThatThrownBy(() -> new PowerBench(Setup.with(tiny).blocks(1024, 4096)))
        .hasMessageContaining("cache");
    assertThatThrownBy(() -> new CacheSpec(CacheMode.NONE, 0, true)).hasMessageContaining("0");
  }
}
