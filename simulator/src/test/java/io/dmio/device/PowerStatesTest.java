package io.dmio.device;

import static io.dmio.device.PowerBench.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.device.PowerBench.Setup;
import io.dmio.device.PowerCutRecord.Fate;
import io.dmio.device.PowerCutRecord.State;
import io.dmio.sim.Branches;
import io.dmio.sim.EventKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which states a power cut may leave, and how many, against counts made by hand. */
final class PowerStatesTest {

  private static final Setup PLAIN = Setup.with(CacheSpec.NONE);

  private static void count(Supplier<PowerBench> story, int sectors, int states) {
    List<String> ways = everyWay(story, 0, sectors);
    assertThat(ways).hasSize(states);
    assertThat(new HashSet<>(ways)).as("all of them differ").hasSize(states);
    PowerBench other = story.get().cut(Survival.NONE);
    assertThat(other.disk.powerCuts().get(0).states()).isEqualTo(states);
  }

  @Test
  void writeInFlight_mayTearAtEverySector() {
    count(() -> new PowerBench(PLAIN).begin(0, 3), 3, 8); // 2 * 2 * 2
    assertThat(everyWay(() -> new PowerBench(PLAIN).begin(0, 2), 0, 2))
        .containsExactly("- -", "- 0", "0 -", "0 0");
  }

  @Test
  void unitsOfAtomicWrites_changeTogether() {
    Setup pages = PLAIN.blocks(4096, 4096);
    // Sectors 4-19 touch the units 0-7, 8-15 and 16-23: 2 * 2 * 2.
    count(() -> new PowerBench(pages).begin(4, 16), 24, 8);
    assertThat(everyWay(() -> new PowerBench(pages).begin(6, 4), 4, 8))
        .containsExactly(
            "- - - - - - - -", "- - - - 0 0 - -", "- - 0 0 - - - -", "- - 0 0 0 0 - -");
  }

  @Test
  void sectorWithTwoUnflushedVersions_hasThreeContents_andAnotherInFlightMakesFour() {
    count(() -> new PowerBench(Setup.cached()).write(0, 1).write(0, 1), 1, 3);
    count(() -> new PowerBench(Setup.cached()).write(0, 1).write(0, 1).begin(0, 1), 1, 4);
    // Sector 0: durable, 0, 1; sector 1: durable, 1, 2; sector 2: durable, 2.
    count(() -> new PowerBench(Setup.cached()).write(0, 1).write(0, 2).write(1, 2), 3, 18);
  }

  @Test
  void flushBetween_leavesOneContentOfWhatWasBefore() {
    // Sectors 0-1 are durable with 0, sector 1 may hold 2 as well.
    count(() -> new PowerBench(Setup.cached()).write(0, 2).flush().write(1, 1), 2, 2);
  }

  @Test
  void contentThatCameTwice_countsOnce() {
    Supplier<PowerBench> story =
        () -> {
          PowerBench power = new PowerBench(Setup.cached());
          var first = power.bench.bio(RequestOp.WRITE, 0, 0, 1);
          first.submitTo(power.disk);
          power.settle().write(0, 1);
          power.again(first, 0).submitTo(power.disk);
          return power.settle();
        };
    count(story, 1, 3); // durable, 0, 1, and 0 again
    assertThat(story.get().cut(Survival.ALL).holds(0, 1)).isEqualTo("0");
  }

  @Test
  void twoWritesInFlightToOneSector_mayBothBeThere_andTwoThatWaitMayNot() {
    count(() -> new PowerBench(PLAIN).begin(0, 1).begin(0, 1), 1, 3);
    count(() -> new PowerBench(PLAIN.queue(1)).begin(0, 1).begin(0, 1).begin(1, 1), 2, 2);
  }

  @Test
  void writeThatWaits_isNotInFlight_thoughOthersWereServedBefore() {
    Setup single = PLAIN.queue(1);
    count(
        () -> new PowerBench(single).begin(8, 1).begin(9, 1).settle().begin(0, 1).begin(1, 1),
        2,
        2);
  }

  @Test
  void discardAndWriteZeroesInFlight_leaveZeroesOrNot() {
    count(() -> new PowerBench(PLAIN).begin(RequestOp.DISCARD, 0, 0, 2), 2, 4);
    count(() -> new PowerBench(PLAIN).begin(RequestOp.WRITE_ZEROES, 0, 0, 2), 2, 4);
    count(() -> new PowerBench(PLAIN).begin(RequestOp.READ, 0, 0, 2), 2, 1);
  }

  @Test
  void blockWrittenInPart_mayBeUnreadable() {
    Setup drive = PLAIN.blocks(512, 4096);
    // One sector: old, new, or the block is lost. Blocks covered in whole are never lost.
    assertThat(everyWay(() -> new PowerBench(drive).begin(3, 1), 3, 1))
        .containsExactly("-", "0", "-");
    assertThat(everyWay(() -> new PowerBench(drive).begin(0, 8), 0, 8)).hasSize(256);
    // Sectors 6-7 of block 0 and 8-9 of block 1: (2 * 2 + 1) * (2 * 2 + 1).
    Supplier<PowerBench> across = () -> new PowerBench(drive).begin(6, 4);
    assertThat(everyWay(across, 0, 16)).hasSize(25);
    assertThat(across.get().cut(Survival.ALL).disk.powerCuts().get(0).states()).isEqualTo(25);
    // What a cut loses of the cache is in other blocks: 2 times (2 + 1).
    Setup cached = Setup.cached().blocks(512, 4096);
    assertThat(everyWay(() -> new PowerBench(cached).write(0, 1).begin(9, 1), 0, 16)).hasSize(6);
  }

  @Test
  void lostBlock_failsReads_keepsItsNeighbours_andHealsSectorBySector() {
    PowerBench power = lost(PLAIN.blocks(512, 4096));

    assertThat(power.damaged).containsExactly("-1:3@8+8");
    assertThat(power.disk.powerCuts().get(0).fates())
        .containsExactly(new Fate(8, 8, -1, State.UNREADABLE, 0, List.of()));
    assertThat(power.bench.records(EventKind.SURVIVE)).containsExactly("3 3 8 8 0");
    power.disk.powerOn();
    assertThat(power.read(7)).isEqualTo("OK");
    assertThat(power.read(8)).isEqualTo("MEDIUM");
    assertThat(power.read(15)).isEqualTo("MEDIUM");
    assertThat(power.read(16)).isEqualTo("OK");
    power.write(15, 1);
    assertThat(power.read(15)).isEqualTo("OK");
    assertThat(power.read(14)).isEqualTo("MEDIUM");
  }

  @Test
  void rewriteInFlightOfALostSector_healsIt_onlyIfItSurvives() {
    for (Survival how : List.of(Survival.NONE, Survival.ALL)) {
      PowerBench power = lost(PLAIN.blocks(512, 4096));
      power.disk.powerOn();
      power.begin(8, 8).cut(how);
      power.disk.powerOn();
      assertThat(power.read(9)).isEqualTo(how == Survival.ALL ? "OK" : "MEDIUM");
    }
  }

  private static PowerBench lost(Setup setup) {
    Branches branches = new Branches();
    PowerBench power;
    do {
      power = new PowerBench(setup).begin(9, 1);
      power.disk.cutPower(Survival.EACH, false, branches);
    } while (power.damaged.isEmpty() && branches.next());
    return power;
  }

  @Test
  void noneAndAllAndPrefix_neverLoseABlock() {
    for (Survival how : List.of(Survival.NONE, Survival.ALL, Survival.PREFIX)) {
      for (int seed = 0; seed < 20; seed++) {
        Setup setup = PLAIN.blocks(512, 4096).run(PayloadMode.TAGS, seed);
        assertThat(new PowerBench(setup).begin(9, 1).cut(how).damaged).isEmpty();
      }
    }
  }

  @Test
  void random_comesToEveryState_andToNoOther() {
    Setup drive = Setup.cached().blocks(512, 2048);
    HashSet<String> found = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      PowerBench power = new PowerBench(drive.run(PayloadMode.TAGS, seed));
      power.write(0, 1).write(0, 1).begin(5, 1).cut(Survival.RANDOM);
      found.add(power.holds(0, 1) + " " + power.holds(5, 1) + " " + power.damaged.size());
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            "- - 0", "0 - 0", "1 - 0", "- 2 0", "0 2 0", "1 2 0", "- - 1", "0 - 1", "1 - 1");
  }

  @Test
  void prefix_isTheFirstWritesInTheOrderOfEnds_andThenOfService() {
    HashSet<String> found = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      PowerBench power = new PowerBench(Setup.cached().run(PayloadMode.TAGS, seed));
      power.write(2, 1).write(0, 1).begin(3, 1).begin(1, 1).cut(Survival.PREFIX);
      found.add(power.holds(0, 4));
    }
    assertThat(found)
        .containsExactlyInAnyOrder("- - - -", "- - 0 -", "1 - 0 -", "1 - 0 2", "1 3 0 2");
  }

  @Test
  void record_tellsOfEverySectorWhatItMightHold_andWhatItDoes() {
    PowerBench power = new PowerBench(Setup.cached());
    power.write(0, 2).write(1, 1).begin(1, 1).cut(Survival.ALL);

    PowerCutRecord cut = power.disk.powerCuts().get(0);
    assertThat(cut.states()).isEqualTo(8);
    assertThat(cut.bios()).isEqualTo(1);
    assertThat(cut.affected()).isEqualTo(2);
    Fate second = cut.fates().get(1);
    assertThat(second.first()).isEqualTo(1);
    assertThat(second.survived()).isEqualTo(3);
    assertThat(second.allowed())
        .extracting(PowerCutRecord.Content::state)
        .containsExactly(State.DURABLE, State.CACHED, State.CACHED, State.IN_FLIGHT);
    assertThat(second.allowed().get(3).tags()).containsExactly(power.disk.medium().tag(1));
    assertThat(power.bench.records(EventKind.POWER)).containsExactly("3 0 1 1 0");
    assertThat(power.bench.records(EventKind.SURVIVE))
        .containsExactly("3 1 0 1 " + (1L << 32 | 2), "3 2 1 1 " + (3L << 32 | 4));
  }

  @Test
  void record_joinsNeighboursOfOneFateInTheLog_andKeepsOnlySoMany() {
    PowerBench power = new PowerBench(Setup.cached());
    for (int i = 0; i < 20; i++) {
      power.write(0, 60);
    }
    power.cut(Survival.ALL);
    assertThat(power.bench.records(EventKind.SURVIVE))
        .containsExactly("3 1 0 60 " + (20L << 32 | 21));
    Fate fate = power.disk.powerCuts().get(0).fates().get(0);
    assertThat(fate.contents()).isEqualTo(21);
    assertThat(fate.allowed()).hasSize(PowerCutRecord.MOST_CONTENTS);
    assertThat(fate.allowed().get(15).index()).isEqualTo(20);
    assertThat(power.disk.powerCuts().get(0).states()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void secondCut_startsFromWhatTheFirstLeft() {
    PowerBench power = new PowerBench(Setup.cached()).write(0, 1).cut(Survival.ALL);
    power.disk.powerOn();
    power.write(1, 1).cut(Survival.NONE);
    assertThat(power.holds(0, 2)).isEqualTo("0 -");
    List<Integer> affected = new ArrayList<>();
    power.disk.powerCuts().forEach(cut -> affected.add(cut.affected()));
    assertThat(affected).containsExactly(1, 1);
  }
}
