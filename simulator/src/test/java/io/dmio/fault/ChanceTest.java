package io.dmio.fault;

import static io.dmio.fault.FaultBench.READ;
import static io.dmio.fault.FaultBench.READ_WRITE;
import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.chance;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.device.DiskBench;
import io.dmio.sim.LogMode;
import io.dmio.sim.Probability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChanceTest {

  /**
   * Of 100,000 bios that fail with probability 1 % fewer than 854 or more than 1153 do so with a
   * probability below 1e-6 each: the exact quantiles of the binomial distribution.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void probability_isKept(long seed) {
    FaultBench faults = seeded(seed);
    faults.error(READ, on().chance(chance(1, 100)).always(), Ending.AT_ONCE, at(0, 8));
    String results = faults.reads(3, 100_000);

    long failed = results.chars().filter(c -> c == 'x').count();
    assertThat(failed).isBetween(854L, 1153L);
    assertThat(faults.injector().fired(0)).isEqualTo(failed);
    assertThat(faults.injector().hits(0)).isEqualTo(failed);
    assertThat(draws(faults)).isEqualTo(100_000);
  }

  @Test
  void onsetThatLasts_hitsEveryBio_whateverIsDrawn() {
    FaultBench faults = seeded(5);
    faults.error(READ, on().chance(chance(1, 10)).always(), Ending.NEVER, at(0, 8));
    String results = faults.reads(3, 100);

    assertThat(results).contains("x");
    assertThat(results.substring(results.indexOf('x'))).matches("x+");
  }

  @Test
  void probabilityPerSector_isKept_andBadSectorsStay() {
    FaultBench faults = seeded(5);
    faults.error(
        READ, on().perSector(chance(1, 10)).always(), Ending.NEVER, at(0, DiskBench.SECTORS));
    StringBuilder first = new StringBuilder();
    for (int sector = 0; sector < 1000; sector++) {
      first.append(faults.reads(sector, 1));
    }
    long failed = first.chars().filter(c -> c == 'x').count();

    assertThat(failed).isBetween(60L, 140L);
    assertThat(faults.injector().fired(0)).isEqualTo(failed);
    for (int sector = 0; sector < 1000; sector++) {
      if (first.charAt(sector) == 'x') {
        assertThat(faults.reads(sector, 2)).isEqualTo("xx");
      }
    }
  }

  @Test
  void perSector_drawsForEverySectorOfThePlaceUnderTheBio() {
    FaultBench faults = seeded(5);
    faults.error(
        READ, on().perSector(Probability.NEVER).always(), Ending.NEVER, at(4, 4), at(10, 1));

    faults.read(0, 20);
    assertThat(draws(faults)).isEqualTo(5);
    faults.read(6, 1);
    assertThat(draws(faults)).isEqualTo(6);
    faults.write(4, 4);
    faults.read(20, 9);
    assertThat(draws(faults)).isEqualTo(6);
  }

  @Test
  void perSector_drawsAlsoOutsideTheWindow() {
    FaultBench faults = seeded(5);
    faults.error(
        READ, on().window(9, 10).perSector(chance(1, 2)).always(), Ending.NEVER, at(0, 64));

    assertThat(faults.read(0, 64)).isEqualTo(".");
    assertThat(draws(faults)).isEqualTo(64);
  }

  @Test
  void perSectorThatEndsAtOnce_leavesNothingBehind() {
    FaultBench faults = seeded(5);
    faults.error(READ, on().perSector(chance(1, 2)).times(1), Ending.AT_ONCE, at(0, 64));

    assertThat(faults.read(0, 64) + faults.read(0, 64)).isEqualTo("x.");
  }

  @Test
  void perSectorBadSectors_healByRewrite() {
    FaultBench faults = seeded(5);
    faults.error(READ_WRITE, on().perSector(chance(1, 2)).times(1), Ending.ON_WRITE, at(0, 64));
    assertThat(faults.read(0, 64) + faults.read(0, 64)).isEqualTo("xx");
    assertThat(faults.write(0, 32)).isEqualTo(".");
    assertThat(faults.read(0, 32) + faults.read(32, 32)).isEqualTo(".x");
    assertThat(faults.write(32, 32)).isEqualTo(".");

    assertThat(faults.read(0, 64)).isEqualTo(".");
  }

  @Test
  void perSectorWithATime_isOverThen() {
    FaultBench faults = seeded(5);
    faults.error(READ, on().perSector(chance(1, 2)).times(1), Ending.after(10), at(0, 64));
    assertThat(faults.read(0, 64) + faults.read(0, 64)).isEqualTo("xx");
    faults.bench.sleep(10);

    assertThat(faults.read(0, 64)).isEqualTo(".");
  }

  @Test
  void draws_belongToMatches_notToOtherConditions() {
    FaultBench all = seeded(9);
    all.error(READ, on().chance(chance(1, 3)).always(), Ending.AT_ONCE, at(0, 1));
    FaultBench late = seeded(9);
    late.error(
        READ,
        on().window(7, Long.MAX_VALUE).chance(chance(1, 3)).always(),
        Ending.AT_ONCE,
        at(0, 1));
    String expected = all.reads(0, 40);
    assertThat(late.reads(0, 20)).doesNotContain("x");
    late.bench.sleep(7);

    assertThat(late.reads(0, 20)).isEqualTo(expected.substring(20));
  }

  @Test
  void everyRule_hasItsOwnStream_soThatAnotherRuleShiftsNothing() {
    FaultBench alone = seeded(9);
    alone.error(READ, on().chance(chance(1, 3)).always(), Ending.AT_ONCE, at(0, 1));
    FaultBench both = seeded(9);
    both.error(READ, on().chance(chance(1, 3)).always(), Ending.AT_ONCE, at(0, 1));
    both.error(READ, on().chance(Probability.NEVER).always(), Ending.AT_ONCE, at(0, 1));

    assertThat(both.reads(0, 50)).isEqualTo(alone.reads(0, 50)).contains("x").contains(".");
  }

  private static long draws(FaultBench faults) {
    return faults.bench.simulation.choices().stream("fault/r0").draws();
  }

  private static FaultBench seeded(long seed) {
    return new FaultBench(new DiskBench(PayloadMode.TAGS, seed, LogMode.NONE));
  }
}
