package io.dmio.fault;

import static io.dmio.fault.FaultBench.READ;
import static io.dmio.fault.FaultBench.READ_WRITE;
import static io.dmio.fault.FaultBench.WRITE;
import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskFaults;
import io.dmio.sim.EventKind;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MediaErrorTest {

  private final FaultBench faults = new FaultBench();

  @Test
  void ruleWithoutTrigger_isThereFromTheStart_andSetsInAtItsFirstHit() {
    faults.error(READ_WRITE, Trigger.ALWAYS, Ending.NEVER, at(100, 8));
    assertThat(faults.injector().fired(0)).isZero();
    assertThat(faults.read(99, 1) + faults.read(108, 1)).isEqualTo("..");
    assertThat(faults.injector().fired(0)).isZero();
    assertThat(faults.bench.moments.isReached("r0")).isFalse();

    assertThat(faults.read(99, 2) + faults.read(107, 5) + faults.write(100, 8)).isEqualTo("xxx");

    assertThat(faults.injector().fired(0)).isEqualTo(1);
    assertThat(faults.injector().hits(0)).isEqualTo(3);
    assertThat(faults.bench.moments.isReached("r0")).isTrue();
    assertThat(faults.bench.records(EventKind.FAULT))
        .containsExactly("0 0 100 1 2", "0 0 107 1 3", "0 0 100 8 4");
  }

  @Test
  void ops_limitWhatFails_andStatusSaysHow() {
    faults.error(WRITE, Trigger.ALWAYS, Ending.NEVER, BlockStatus.NOSPC, at(5, 1));

    assertThat(faults.reads(5, 2)).isEqualTo("..");
    assertThat(faults.bench.write(faults.disk(), 5)).isEqualTo("NOSPC");
    assertThat(faults.bench.run(faults.disk(), RequestOp.DISCARD, 5, 1).status()).isEqualTo("OK");
  }

  @Test
  void discardAndWriteZeroes_areOpsOfTheirOwn() {
    faults
        .error(EnumSet.of(FaultOp.DISCARD), Trigger.ALWAYS, Ending.NEVER, at(5, 1))
        .error(EnumSet.of(FaultOp.WRITE_ZEROES), Trigger.ALWAYS, Ending.NEVER, at(6, 1));

    assertThat(status(RequestOp.DISCARD, 5)).isEqualTo("MEDIUM");
    assertThat(status(RequestOp.DISCARD, 6)).isEqualTo("OK");
    assertThat(status(RequestOp.WRITE_ZEROES, 6)).isEqualTo("MEDIUM");
    assertThat(status(RequestOp.WRITE_ZEROES, 5)).isEqualTo("OK");
    assertThat(faults.write(5, 2)).isEqualTo(".");
  }

  @Test
  void emptyFlush_hasNoPlace_andFailsByAnyRuleOfItsDiskAboutFlushes() {
    faults.error(EnumSet.of(FaultOp.FLUSH), Trigger.ALWAYS, Ending.NEVER, at(5, 2));

    assertThat(flush(900)).isEqualTo("MEDIUM");
    assertThat(faults.reads(5, 1) + faults.writes(5, 1)).isEqualTo("..");
    Bio withData = faults.bench.bio(RequestOp.WRITE, RequestFlag.PREFLUSH.bit(), 5, 1);
    assertThat(faults.bench.run(faults.disk(), withData).status()).isEqualTo("OK");
    assertThat(faults.bench.records(EventKind.FAULT)).containsExactly("0 0 5 0 0");
  }

  @Test
  void nth_countsOnlyWhatMatchesPlaceAndOps_andSetsInOnce() {
    faults.error(WRITE, on().nth(3).always(), Ending.AT_ONCE, at(8, 8));

    assertThat(faults.writes(0, 2) + faults.reads(8, 2)).isEqualTo("....");
    assertThat(faults.writes(9, 8)).isEqualTo("..x.....");
    assertThat(faults.injector().fired(0)).isEqualTo(1);
  }

  @Test
  void nth_thatNeverEnds_staysFromThere_inTheWholePlace() {
    faults.error(READ_WRITE, on().nth(2).always(), Ending.NEVER, at(8, 8));

    assertThat(faults.reads(9, 4) + faults.reads(15, 1)).isEqualTo(".xxxx");
    assertThat(faults.injector().fired(0)).isEqualTo(1);
    assertThat(faults.injector().hits(0)).isEqualTo(4);
  }

  @Test
  void every_setsInAgainAndAgain_asOftenAsTimesSays() {
    faults.error(READ, on().every(3).times(2), Ending.AT_ONCE, at(0, 4));

    assertThat(faults.reads(0, 12)).isEqualTo("..x..x......");
    assertThat(faults.injector().fired(0)).isEqualTo(2);
  }

  @Test
  void times_limitsARuleWithoutTrigger() {
    faults.error(READ, on().times(2), Ending.AT_ONCE, at(0, 4));

    assertThat(faults.reads(0, 4)).isEqualTo("xx..");
  }

  @Test
  void window_isFromInclusiveUntilExclusive() {
    faults.error(READ, on().window(10, 20).always(), Ending.NEVER, at(0, 1));

    StringBuilder results = new StringBuilder();
    for (int time = 8; time < 22; time++) {
      faults.bench.sleep(time - faults.bench.simulation.now());
      results.append(faults.reads(0, 1));
    }
    assertThat(results).hasToString("..xxxxxxxxxx..");
  }

  @Test
  void windowOfATrigger_limitsWhenItSetsIn_notHowLongItLasts() {
    faults
        .error(READ, on().window(10, 20).every(1).always(), Ending.NEVER, at(0, 1))
        .error(READ, on().window(10, 20).every(1).always(), Ending.NEVER, at(1, 1));
    assertThat(faults.reads(0, 1)).isEqualTo(".");
    faults.bench.sleep(15);
    assertThat(faults.reads(0, 1)).isEqualTo("x");
    faults.bench.sleep(15);

    assertThat(faults.reads(0, 1)).as("set in before").isEqualTo("x");
    assertThat(faults.reads(1, 1)).as("too late").isEqualTo(".");
  }

  @Test
  void trigger_doesNotSetInWhenItsWindowCloses() {
    faults.error(READ, on().window(10, 20).every(1).always(), Ending.AT_ONCE, at(0, 1));
    faults.bench.sleep(19);
    assertThat(faults.reads(0, 2)).isEqualTo("xx");
    faults.bench.sleep(1);

    assertThat(faults.reads(0, 1)).isEqualTo(".");
  }

  @Test
  void nth_countsAlsoOutsideTheWindow() {
    faults.error(READ, on().window(10, 20).nth(3).always(), Ending.AT_ONCE, at(0, 1));
    assertThat(faults.reads(0, 2)).isEqualTo("..");
    faults.bench.sleep(12);

    assertThat(faults.reads(0, 3)).isEqualTo("x..");
  }

  @Test
  void onsetWithATime_isOverThen() {
    faults.error(READ, on().nth(1).always(), Ending.after(50), at(4, 2));
    assertThat(faults.reads(4, 2)).isEqualTo("xx");
    faults.bench.sleep(49);
    assertThat(faults.reads(4, 1)).isEqualTo("x");
    faults.bench.sleep(1);

    assertThat(faults.reads(4, 2)).isEqualTo("..");
    assertThat(faults.bench.records(EventKind.HEAL)).containsExactly("0 0 4 2 0");
  }

  @Test
  void standingRuleWithATime_lastsFromTheOpeningOfItsWindow() {
    faults.error(READ, on().window(100, Long.MAX_VALUE).always(), Ending.after(50), at(4, 1));
    faults.bench.sleep(140);
    assertThat(faults.reads(4, 1)).isEqualTo("x");
    faults.bench.sleep(10);

    assertThat(faults.reads(4, 3)).isEqualTo("...");
    assertThat(faults.injector().fired(0)).isEqualTo(1);
  }

  @Test
  void after_waitsForItsMomentAndTheDelay() {
    faults.error(READ, on().after("m", 30).always(), Ending.NEVER, at(4, 1));
    assertThat(faults.reads(4, 1)).isEqualTo(".");
    faults.bench.sleep(100);
    faults.bench.moments.reach("m");
    faults.bench.sleep(29);
    assertThat(faults.reads(4, 1)).isEqualTo(".");
    faults.bench.sleep(1);

    assertThat(faults.reads(4, 2)).isEqualTo("xx");
  }

  @Test
  void after_mayNameAnotherRule_thatIsReachedAtItsFirstOnset() {
    faults
        .error(READ, on().nth(2).always(), Ending.AT_ONCE, at(0, 1))
        .error(READ, on().after("r0", 0).always(), Ending.NEVER, at(9, 1));
    assertThat(faults.reads(0, 1) + faults.reads(9, 1)).isEqualTo("..");

    assertThat(faults.reads(0, 1) + faults.reads(9, 1)).isEqualTo("xx");
  }

  @Test
  void atBio_hitsTheOneBioOfTheCall() {
    faults.error(READ, on().atBio("w", 1).always(), Ending.AT_ONCE, at(0, 64));

    assertThat(ofCall(0, 0) + ofCall(1, 1) + ofCall(-1, 1)).isEqualTo("OKOKOK");
    assertThat(ofCall(0, 1)).isEqualTo("MEDIUM");
    assertThat(ofCall(0, 2)).isEqualTo("OK");
  }

  @Test
  void ruleThatIsOverAtOnce_takesItsGroupAlongAtTheSameBio() {
    faults
        .error(READ, on().group(1), Ending.NEVER, at(0, 8))
        .error(READ, on().nth(1).group(1), Ending.after(0), at(0, 8));
    assertThat(faults.reads(0, 2)).isEqualTo("xx");
    assertThat(faults.injector().hits(0)).isEqualTo(2);
    assertThat(faults.injector().hits(1)).isZero();
  }

  @Test
  void rulesOfAGroup_setInTogether() {
    faults
        .error(READ, on().nth(2).group(1), Ending.NEVER, at(0, 1))
        .error(READ, on().group(1), Ending.AT_ONCE, at(8, 1))
        .error(READ, on().nth(7).group(1), Ending.NEVER, at(16, 1))
        .error(READ, on().nth(7).group(2), Ending.NEVER, at(24, 1));
    assertThat(faults.reads(0, 1) + faults.reads(8, 1) + faults.reads(16, 1)).isEqualTo("...");
    assertThat(faults.reads(0, 1)).isEqualTo("x");

    assertThat(faults.reads(8, 2)).as("one hit, then over").isEqualTo("x.");
    assertThat(faults.reads(16, 2)).isEqualTo("xx");
    assertThat(faults.reads(24, 2)).as("another group").isEqualTo("..");
    assertThat(faults.injector().fired(1)).isEqualTo(1);
    assertThat(faults.bench.records(EventKind.FAULT))
        .startsWith("1 0 8 1 -1", "2 0 16 1 -1", "0 0 0 1 3", "1 0 8 1 4");
  }

  @Test
  void rulesOfAGroup_hitTheBioAtWhichTheySetIn_whateverTheirOrder() {
    faults
        .error(READ, on().group(1), Ending.NEVER, BlockStatus.NOSPC, at(1, 1))
        .error(READ, on().nth(1).group(1), Ending.NEVER, at(0, 1));

    assertThat(faults.bench.run(faults.disk(), RequestOp.READ, 0, 2).status()).isEqualTo("NOSPC");
    assertThat(faults.injector().hits(0) + faults.injector().hits(1)).isEqualTo(2);
  }

  @Test
  void severalRulesOverOneBio_allCount_andTheFirstGivesTheStatus() {
    faults
        .error(READ, Trigger.ALWAYS, Ending.NEVER, BlockStatus.TIMEOUT, at(7, 1))
        .error(READ, Trigger.ALWAYS, Ending.NEVER, BlockStatus.NOSPC, at(0, 9));

    assertThat(faults.bench.run(faults.disk(), RequestOp.READ, 0, 9).status()).isEqualTo("TIMEOUT");
    assertThat(faults.injector().hits(0)).isEqualTo(1);
    assertThat(faults.injector().hits(1)).isEqualTo(1);
  }

  @Test
  void placeOfSeveralRangesAndDisks_countsABioOnce() {
    faults.error(READ, on().nth(2).always(), Ending.NEVER, at(8, 1), at(2, 1), new Extent(3, 0, 9));

    assertThat(faults.read(0, 16)).isEqualTo(".");
    assertThat(faults.read(5, 3)).as("between the ranges").isEqualTo(".");
    assertThat(faults.read(0, 16)).isEqualTo("x");
    assertThat(faults.bench.records(EventKind.FAULT)).containsExactly("0 0 2 2 2");
    assertThat(faults.injector().forDisk(3)).isNotSameAs(DiskFaults.NONE);
    assertThat(faults.injector().forDisk(1)).isSameAs(DiskFaults.NONE);
  }

  @Test
  void sectorThatABioOnlyTouches_counts() {
    faults.error(READ, Trigger.ALWAYS, Ending.NEVER, at(11, 1));
    Bio bio = faults.bench.bio(RequestOp.READ, 0, 10, 1);
    bio.add(faults.bench.memory.allocate(1), 100);

    assertThat(faults.bench.run(faults.disk(), bio).status()).isEqualTo("MEDIUM");
  }

  @Test
  void rule_needsSectors_andItsPlaceInTheList() {
    assertThatThrownBy(() -> new FaultBench().error(READ, Trigger.ALWAYS, Ending.NEVER).injector())
        .hasMessageContaining("r0");
    FaultSpec second =
        new FaultSpec.AllocationFailure(1, "late", "p", Trigger.ALWAYS, Ending.AT_ONCE);
    var bench = faults.bench;
    assertThatThrownBy(
            () ->
                new FaultInjector(
                    List.of(second),
                    bench.simulation,
                    bench.moments,
                    call -> "w",
                    bench.tags,
                    DamageListener.NONE))
        .hasMessageContaining("late");
  }

  private String ofCall(int call, int index) {
    Bio bio = faults.bench.bio(RequestOp.READ, 0, 3, 1);
    bio.number(bio.number(), call, index);
    return faults.bench.run(faults.disk(), bio).status();
  }

  private String flush(long sector) {
    Bio bio = faults.bench.bio(RequestOp.WRITE, RequestFlag.PREFLUSH.bit(), sector, 0);
    return faults.bench.run(faults.disk(), bio).status();
  }

  private String status(RequestOp op, long sector) {
    return faults.bench.run(faults.disk(), op, sector, 1).status();
  }
}
