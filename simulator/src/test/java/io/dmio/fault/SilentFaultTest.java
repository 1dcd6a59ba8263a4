package io.dmio.fault;

import static io.dmio.fault.FaultBench.READ;
import static io.dmio.fault.FaultBench.WRITE;
import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.chance;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.fault.SilentKind.LostWrite;
import io.dmio.fault.SilentKind.MisdirectedRead;
import io.dmio.fault.SilentKind.MisdirectedWrite;
import io.dmio.fault.SilentKind.StaleRead;
import io.dmio.fault.SilentKind.ZeroedSector;
import io.dmio.sim.EventKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes are numbered from 1, reads count too: {@code 1c} is the third sector of bio 1's data. */
final class SilentFaultTest {

  private static final LostWrite LOST = new LostWrite();

  private final FaultBench faults = new FaultBench();

  @Test
  void lostWrite_keepsTheOldData_inItsPlaceOnly() {
    faults.silent(LOST, Trigger.ALWAYS, Ending.AT_ONCE, at(10, 2), at(13, 1));

    assertThat(faults.write(8, 7)).isEqualTo(".");

    assertThat(faults.held(8, 7)).isEqualTo("1a 1b o o 1e o 1g");
    assertThat(faults.damage.lines).containsExactly("damaged 10+2 r0", "damaged 13+1 r0");
    assertThat(faults.bench.records(EventKind.FAULT)).containsExactly("0 0 10 3 0");
  }

  @Test
  void lostWrite_canLoseDiscardsAndWriteZeroes() {
    faults.silent(LOST, Trigger.ALWAYS, Ending.AT_ONCE, at(9, 1));

    faults.bench.run(faults.disk(), RequestOp.DISCARD, 8, 3);
    assertThat(faults.held(8, 3)).isEqualTo("0 o 0");
    faults.bench.run(faults.disk(), RequestOp.WRITE_ZEROES, 9, 2);
    assertThat(faults.held(8, 3)).isEqualTo("0 o 0");
  }

  @Test
  void goodRewrite_repairs_andOnlyWhatItCovers() {
    faults.silent(LOST, on().nth(1).times(1), Ending.AT_ONCE, at(8, 4));
    faults.write(8, 4);

    faults.write(6, 3);
    faults.bench.run(faults.disk(), RequestOp.WRITE_ZEROES, 10, 9);

    assertThat(faults.held(6, 6)).isEqualTo("2a 2b 2c o 0 0");
    assertThat(faults.damage.lines)
        .containsExactly("damaged 8+4 r0", "repaired 8+1", "repaired 10+2");
  }

  @Test
  void writeThatIsLostAgain_repairsNothingThere() {
    faults.silent(LOST, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));
    faults.write(8, 1);
    faults.write(7, 3);

    assertThat(faults.held(7, 3)).isEqualTo("2a o 2c");
    assertThat(faults.damage.lines).containsExactly("damaged 8+1 r0", "damaged 8+1 r0");
  }

  @Test
  void misdirectedWrite_goesToTheOtherPlace_sectorBySector() {
    MisdirectedWrite kind = new MisdirectedWrite(new Misdirection(8, 100, 104));
    faults.silent(kind, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 4));

    assertThat(faults.write(10, 4)).isEqualTo(".");

    assertThat(faults.held(8, 6)).isEqualTo("o o o o 1c 1d");
    assertThat(faults.held(100, 4)).isEqualTo("o o 1a 1b");
    assertThat(faults.damage.lines).containsExactly("damaged 102+2 r0", "damaged 10+2 r0");
  }

  @Test
  void misdirectedWrite_toAStart_beginsThere_orEarlierAtTheEndOfTheDisk() {
    long size = 4096;
    MisdirectedWrite kind =
        new MisdirectedWrite(new Misdirection(Misdirection.ANYWHERE, size - 3, size));
    faults.silent(kind, Trigger.ALWAYS, Ending.AT_ONCE, at(0, 100));

    faults.write(20, 2);
    assertThat(faults.held(size - 4, 4)).isEqualTo("o 1a 1b o");
    faults.write(30, 4);
    assertThat(faults.held(size - 4, 4)).isEqualTo("2a 2b 2c 2d");
    assertThat(faults.held(20, 2) + faults.held(30, 4)).isEqualTo("o oo o o o");
  }

  @Test
  void misdirectedWrite_overItsOwnPlace_keepsWhatIsWrittenRight() {
    MisdirectedWrite kind = new MisdirectedWrite(new Misdirection(8, 9, 11));
    faults.silent(kind, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 2));

    faults.write(7, 4);

    assertThat(faults.held(7, 4)).isEqualTo("1a o 1b 1d");
    assertThat(faults.damage.lines).containsExactly("damaged 9+2 r0", "damaged 8+2 r0");
  }

  @Test
  void misdirectedRead_deliversTheOtherPlace_once() {
    MisdirectedRead kind = new MisdirectedRead(new Misdirection(8, 100, 104));
    faults.silent(kind, on().nth(1).times(1), Ending.AT_ONCE, at(8, 4));
    faults.write(8, 4);
    faults.write(100, 4);

    assertThat(faults.delivered(9, 5)).isEqualTo("2b 2c 2d o o");
    assertThat(faults.delivered(9, 2)).isEqualTo("1b 1c");
    assertThat(faults.held(8, 4)).isEqualTo("1a 1b 1c 1d");
    assertThat(faults.damage.lines).containsExactly("misread 9+3 r0 bio 2");
  }

  @Test
  void staleRead_deliversWhatWasThereBeforeTheLastWrite() {
    faults.silent(new StaleRead(), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 2));
    assertThat(faults.delivered(8, 2)).as("never written").isEqualTo("o o");
    assertThat(faults.damage.lines).isEmpty();

    faults.write(8, 2);
    assertThat(faults.delivered(8, 2)).isEqualTo("o o");
    faults.write(9, 2);

    assertThat(faults.delivered(8, 3)).isEqualTo("o 2b 4b");
    assertThat(faults.held(8, 3)).isEqualTo("2a 4a 4b");
    assertThat(faults.damage.lines).containsExactly("misread 8+2 r0 bio 2", "misread 8+2 r0 bio 4");
  }

  @Test
  void staleRead_untilARewrite() {
    faults.silent(new StaleRead(), on().nth(1).times(1), Ending.ON_WRITE, at(8, 2));
    faults.write(8, 2);
    assertThat(faults.delivered(8, 2) + "|" + faults.delivered(8, 2)).isEqualTo("o o|o o");

    faults.write(8, 1);

    assertThat(faults.delivered(8, 2)).isEqualTo("4a o");
  }

  @Test
  void zeroedSector_isOneOfThoseUnderTheBio_andStaysUntilARewrite() {
    faults.silent(new ZeroedSector(), on().nth(2).times(1), Ending.AT_ONCE, at(8, 4));
    faults.write(8, 4);

    String delivered = faults.delivered(7, 6);

    assertThat(List.of(delivered.substring(2).split(" "))).containsOnlyOnce("0");
    assertThat(delivered.replace("0", "x")).matches("o( 1[a-d]| x){4} o");
    assertThat(faults.delivered(7, 6)).isEqualTo(delivered);
    assertThat(faults.damage.lines)
        .singleElement()
        .asString()
        .matches("damaged (8|9|10|11)\\+1 r0");
    faults.write(8, 4);
    assertThat(faults.held(8, 4)).isEqualTo("4a 4b 4c 4d");
    assertThat(faults.damage.lines).hasSize(2);
  }

  @Test
  void perSector_everySectorThatIsDrawnIsHit() {
    faults.silent(
        new ZeroedSector(), on().perSector(chance(1, 2)).always(), Ending.AT_ONCE, at(0, 64));

    faults.write(0, 64);

    long zeroed = faults.held(0, 64).chars().filter(c -> c == '0').count();
    assertThat(zeroed).isBetween(10L, 54L);
    long declared =
        faults.damage.lines.stream()
            .mapToLong(line -> Long.parseLong(line.replaceAll(".*\\+(\\d+) .*", "$1")))
            .sum();
    assertThat(declared).isEqualTo(zeroed);
  }

  @Test
  void bioThatFails_isNotTouched_andTheOnsetWaitsForTheNext() {
    faults
        .silent(LOST, on().nth(1).times(1), Ending.AT_ONCE, at(8, 8))
        .error(WRITE, on().nth(1).times(1), Ending.AT_ONCE, at(9, 1));

    assertThat(faults.write(8, 4)).isEqualTo("x");
    assertThat(faults.held(8, 4)).isEqualTo("o o o o");
    assertThat(faults.damage.lines).isEmpty();
    assertThat(faults.injector().hits(0)).isZero();

    assertThat(faults.write(8, 4) + faults.write(12, 4)).isEqualTo("..");
    assertThat(faults.held(8, 8)).isEqualTo("o o o o 3a 3b 3c 3d");
  }

  @Test
  void severalSilentRules_workOneAfterAnother_byNumber() {
    faults
        .silent(LOST, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1))
        .silent(new ZeroedSector(), Trigger.ALWAYS, Ending.AT_ONCE, at(9, 1))
        .silent(
            new MisdirectedWrite(new Misdirection(8, 100, 104)),
            Trigger.ALWAYS,
            Ending.AT_ONCE,
            at(8, 3));

    faults.write(8, 4);

    assertThat(faults.held(8, 4)).isEqualTo("o o o 1d");
    assertThat(faults.held(100, 4)).as("lost, zeroed, right").isEqualTo("o 0 1c o");
    assertThat(faults.injector().hits(0) + faults.injector().hits(1) + faults.injector().hits(2))
        .isEqualTo(3);
  }

  @Test
  void memoryOfAWrite_isNeverChanged() {
    faults
        .silent(new ZeroedSector(), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 4))
        .silent(new SilentKind.BitFlip(9, false), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 4));
    Bio bio = faults.bench.bio(RequestOp.WRITE, 0, 8, 4);
    List<Long> before = faults.bench.held(bio);

    faults.bench.run(faults.disk(), bio);

    assertThat(faults.bench.held(bio)).isEqualTo(before);
    assertThat(faults.held(8, 4)).contains("?");
  }

  @Test
  void onWriteRuleAboutFailures_isHealedByWhatArrives_notByWhatIsLost() {
    faults
        .error(READ, on().nth(1).times(1), Ending.ON_WRITE, at(8, 2))
        .silent(LOST, on().nth(1).times(1), Ending.AT_ONCE, at(8, 1));
    assertThat(faults.read(8, 2)).isEqualTo("x");

    faults.write(8, 2);

    assertThat(faults.read(8, 1) + faults.read(9, 1)).isEqualTo("x.");
  }

  @Test
  void bioThatEndsInsideASector_isHandledToItsLastByte() {
    faults
        .silent(LOST, on().nth(1).times(1), Ending.AT_ONCE, at(8, 1))
        .silent(new ZeroedSector(), on().nth(2).times(1), Ending.AT_ONCE, at(8, 1));
    Bio write = faults.bench.bio(RequestOp.WRITE, 0, 8, 1);
    long more = faults.bench.memory.allocate(1);
    write.add(more, 100);
    faults.bench.run(faults.disk(), write);
    assertThat(faults.held(8, 3)).as("100 zeroes over the old").isEqualTo("o ? o");

    Bio read = faults.bench.bio(RequestOp.READ, 0, 8, 2);
    Bio half = new Bio();
    half.prepare(RequestOp.READ, 0, 8, 2, 2);
    half.own(done -> {}, 0);
    half.add(read.vecAddress(0), 700);
    half.submitTo(faults.disk());
    byte[] bytes = new byte[1024];
    faults.bench.memory.contents().read(read.vecAddress(0), bytes, 0, 1024);
    byte[] stored = new byte[512];
    faults.bench.tags.expand(faults.disk().medium().tag(9), stored, 0);
    assertThat(bytes).startsWith(new byte[512]);
    assertThat(Arrays.copyOfRange(bytes, 512, 700)).isEqualTo(Arrays.copyOf(stored, 188));
    faults.bench.tags.expand(Tags.stamp(read.number() + 1, 1), stored, 0);
    assertThat(Arrays.copyOfRange(bytes, 700, 1024))
        .isEqualTo(Arrays.copyOfRange(stored, 188, 512));
  }

  @Test
  void quiet_endsAllRules() {
    faults
        .silent(LOST, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1))
        .error(READ, on().nth(1).times(1), Ending.NEVER, at(8, 1))
        .allocation("p", Trigger.ALWAYS, Ending.AT_ONCE);
    assertThat(faults.write(8, 1) + faults.read(8, 1)).isEqualTo(".x");
    assertThat(faults.injector().gateOf("p").allows(0)).isFalse();

    faults.injector().quiet();

    assertThat(faults.write(8, 1) + faults.read(8, 1)).isEqualTo("..");
    assertThat(faults.held(8, 1)).isEqualTo("3a");
    assertThat(faults.injector().gateOf("p").allows(0)).isTrue();
    assertThat(faults.injector().hits(0)).isEqualTo(1);
    assertThat(faults.damage.lines).containsExactly("damaged 8+1 r0", "repaired 8+1");
  }

  @Test
  void kind_refusesWhatItCannotHit() {
    faults.silent(LOST, EnumSet.of(FaultOp.READ), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));

    assertThatThrownBy(faults::injector).hasMessageContaining("r0");
  }

  @Test
  void groupsMomentsAndBios_triggerAsTheyDoFailures() {
    faults
        .error(READ, on().nth(1).group(1), Ending.AT_ONCE, at(0, 1))
        .silent(LOST, on().group(1), Ending.AT_ONCE, at(8, 1))
        .silent(LOST, on().after("r1", 0).always(), Ending.AT_ONCE, at(9, 1))
        .silent(LOST, on().atBio("w", 1).always(), Ending.AT_ONCE, at(10, 1));
    faults.write(8, 2);
    assertThat(faults.held(8, 2)).isEqualTo("1a 1b");

    assertThat(faults.read(0, 1)).isEqualTo("x");
    faults.write(8, 3);
    assertThat(faults.held(8, 3)).as("the group, and what comes after it").isEqualTo("1a 1b 3c");
    faults.write(8, 1);
    assertThat(faults.held(8, 1)).as("at once").isEqualTo("4a");

    Bio named = faults.bench.bio(RequestOp.WRITE, 0, 10, 1);
    named.number(named.number(), 0, 1);
    faults.bench.run(faults.disk(), named);
    assertThat(faults.held(10, 1)).isEqualTo("3c");
  }

  @Test
  void endsAfterATime_hitsUntilThen() {
    faults.silent(LOST, on().nth(1).times(1), Ending.after(50), at(8, 1));
    faults.write(8, 1);
    faults.bench.sleep(49);
    faults.write(8, 1);
    assertThat(faults.held(8, 1)).isEqualTo("o");
    faults.bench.sleep(1);

    faults.write(8, 1);
    assertThat(faults.held(8, 1)).isEqualTo("3a");
    assertThat(faults.bench.records(EventKind.HEAL)).containsExactly("0 0 8 1 0");
  }

  @Test
  void whatIsLeftToChance_shiftsNoDrawOfTheTrigger() {
    String plain = marks(LOST);
    assertThat(marks(new ZeroedSector())).isEqualTo(plain).contains("x").contains(".");
  }

  /** At which of 40 writes a rule with a probability hits. */
  private static String marks(SilentKind kind) {
    FaultBench faults = new FaultBench();
    faults.silent(kind, WRITE, on().chance(chance(1, 3)).always(), Ending.AT_ONCE, at(8, 1));
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      long before = faults.injector().hits(0);
      faults.write(8, 1);
      marks.append(faults.injector().hits(0) > before ? 'x' : '.');
    }
    return marks.toString();
  }

  @Test
  void ops_limitWhatIsHit() {
    faults.silent(new ZeroedSector(), READ, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));

    faults.write(8, 1);
    assertThat(faults.held(8, 1)).isEqualTo("1a");
    assertThat(faults.delivered(8, 1)).isEqualTo("0");
  }

  @Test
  void statusOfASilentRule_isAlwaysOk() {
    faults.silent(LOST, Trigger.ALWAYS, Ending.NEVER, at(8, 1));

    assertThat(faults.bench.write(faults.disk(), 8)).isEqualTo(BlockStatus.OK.name());
  }
}
