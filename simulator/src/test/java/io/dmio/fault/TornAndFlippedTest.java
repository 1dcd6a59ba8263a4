package io.dmio.fault;

import static io.dmio.fault.FaultBench.READ;
import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.PayloadMode;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.device.DiskBench;
import io.dmio.fault.SilentKind.BitFlip;
import io.dmio.fault.SilentKind.Keeps;
import io.dmio.fault.SilentKind.Rest;
import io.dmio.fault.SilentKind.TornWrite;
import io.dmio.fault.SilentKind.Unit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TornAndFlippedTest {

  private final FaultBench faults = new FaultBench();

  @Test
  void tornPrefix_keepsTheOldBehindTheTear() {
    torn(Unit.SECTOR, Keeps.PREFIX, Rest.OLD);

    faults.write(8, 4);

    assertThat(faults.held(8, 4)).matches("1a( 1b( 1c)?)?( o)+");
    assertThat(faults.damage.lines).as("what arrived is not damaged").containsExactly(declared());
  }

  @Test
  void tornSuffix_withZeroes() {
    torn(Unit.SECTOR, Keeps.SUFFIX, Rest.ZERO);

    faults.write(8, 4);

    assertThat(faults.held(8, 4)).matches("0( 0)*( 1b)?( 1c)? 1d");
  }

  @Test
  void tornWithGarbage_holdsOtherBytesInEachSector() {
    torn(Unit.SECTOR, Keeps.PREFIX, Rest.GARBAGE);

    faults.write(8, 30);

    assertThat(faults.held(8, 30)).matches("1a.* \\?");
    long last = faults.disk().medium().tag(37);
    long other = faults.disk().medium().tag(8 + 29 - 1);
    assertThat(Tags.isLiteral(last)).isTrue();
    assertThat(last).isNotEqualTo(other);
  }

  @Test
  void tornPages_areThoseOfTheDisk() {
    torn(Unit.PAGE, Keeps.PREFIX, Rest.OLD);

    faults.write(13, 8);

    assertThat(faults.held(13, 8)).isEqualTo("1a 1b 1c o o o o o");
  }

  @Test
  void writeOfASingleUnit_isNotTorn_andNotCounted() {
    faults.silent(
        new TornWrite(Unit.PAGE, Keeps.PREFIX, Rest.OLD),
        on().nth(1).times(1),
        Ending.AT_ONCE,
        at(0, 99));

    faults.write(8, 8);
    assertThat(faults.held(15, 1)).isEqualTo("1h");
    assertThat(faults.injector().fired(0)).isZero();

    faults.write(8, 9);
    assertThat(faults.held(15, 2)).isEqualTo("2h o");
    assertThat(faults.injector().fired(0)).isEqualTo(1);
  }

  @Test
  void unitsCount_onlyInThePlace() {
    faults.silent(
        new TornWrite(Unit.SECTOR, Keeps.PREFIX, Rest.OLD),
        Trigger.ALWAYS,
        Ending.AT_ONCE,
        at(8, 2));

    faults.write(0, 9);
    assertThat(faults.injector().fired(0)).isZero();
    faults.write(0, 16);
    assertThat(faults.held(7, 4)).isEqualTo("2h 2i o 2k");
  }

  @ParameterizedTest
  @EnumSource(Rest.class)
  void tearInsideASector_leavesTheRestBehindIt(Rest rest) {
    torn(Unit.BYTE, Keeps.PREFIX, rest);

    faults.write(8, 1);

    byte[] held = bytes(faults.disk().medium().tag(8));
    byte[] written = bytes(Tags.stamp(1, 0));
    byte[] old = rest == Rest.ZERO ? new byte[512] : bytes(DiskBench.initial().tag(8));
    int cut = 0;
    while (held[cut] == written[cut]) {
      cut++;
    }
    assertThat(cut).isPositive();
    for (int i = cut; i < held.length && rest != Rest.GARBAGE; i++) {
      assertThat(held[i]).isEqualTo(old[i]);
    }
    assertThat(faults.damage.lines).containsExactly("damaged 8+1 r0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4095, 4096})
  void bitFlip_invertsExactlySoManyBits_ofOneSector(int bits) {
    faults.silent(new BitFlip(bits, false), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 4));

    faults.write(8, 4);

    int flipped = 0;
    int sectors = 0;
    for (int i = 0; i < 4; i++) {
      int differ = differ(faults.disk().medium().tag(8 + i), Tags.stamp(1, i));
      flipped += differ;
      sectors += differ > 0 ? 1 : 0;
    }
    assertThat(flipped).isEqualTo(bits);
    assertThat(sectors).isEqualTo(1);
    assertThat(faults.damage.lines).singleElement().asString().startsWith("damaged");
  }

  @Test
  void bitFlipInFlight_ofARead_isGoneAtTheNext() {
    faults.silent(new BitFlip(1, false), READ, on().nth(1).times(1), Ending.AT_ONCE, at(8, 1));

    assertThat(faults.delivered(8, 1) + faults.delivered(8, 1)).isEqualTo("?o");
    assertThat(faults.held(8, 1)).isEqualTo("o");
    assertThat(faults.damage.lines).containsExactly("misread 8+1 r0 bio 0");
  }

  @Test
  void bitFlipAtRest_ofARead_staysUntilARewrite() {
    faults.silent(new BitFlip(1, true), READ, on().nth(1).times(1), Ending.AT_ONCE, at(8, 1));

    assertThat(faults.delivered(8, 1) + faults.delivered(8, 1)).isEqualTo("??");
    assertThat(faults.held(8, 1)).isEqualTo("?");
    faults.write(8, 1);
    assertThat(faults.delivered(8, 1)).isEqualTo("3a");
    assertThat(faults.damage.lines).containsExactly("damaged 8+1 r0", "repaired 8+1");
  }

  @Test
  void bitFlipAtRest_thatGoesOn_flipsAgain() {
    faults.silent(new BitFlip(4096, true), READ, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));

    assertThat(faults.delivered(8, 1) + faults.delivered(8, 1)).isEqualTo("?o");
  }

  @Test
  void bitFlipAtRest_findsASectorWhoseWriteWasLost() {
    faults
        .silent(new SilentKind.LostWrite(), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1))
        .silent(new BitFlip(4096, true), Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));

    faults.write(8, 1);

    long held = faults.disk().medium().tag(8);
    assertThat(differ(held, DiskBench.initial().tag(8))).isEqualTo(4096);
  }

  @Test
  void bitsAreThoseOfASector() {
    assertThatThrownBy(() -> new BitFlip(4097, true)).hasMessageContaining("4097");
    assertThatThrownBy(() -> new BitFlip(0, true)).hasMessageContaining("0");
  }

  @Test
  void everyPlaceOfABit_isDrawn() {
    boolean[] seen = new boolean[Sectors.SIZE * 8];
    faults.silent(new BitFlip(64, true), READ, Trigger.ALWAYS, Ending.AT_ONCE, at(8, 1));
    long before = DiskBench.initial().tag(8);
    for (int i = 0; i < 1500; i++) {
      faults.delivered(8, 1);
      long after = faults.disk().medium().tag(8);
      byte[] one = bytes(before);
      byte[] other = bytes(after);
      for (int bit = 0; bit < seen.length; bit++) {
        seen[bit] |= ((one[bit / 8] ^ other[bit / 8]) >> bit % 8 & 1) != 0;
      }
      before = after;
    }
    assertThat(seen).doesNotContain(false);
  }

  @Test
  void payloadMode_changesNothing() {
    assertThat(story(PayloadMode.BYTES)).isEqualTo(story(PayloadMode.TAGS)).contains("?");
  }

  private static String story(PayloadMode mode) {
    FaultBench faults = new FaultBench(new DiskBench(mode, 3));
    for (Rest rest : Rest.values()) {
      faults.silent(
          new TornWrite(Unit.BYTE, Keeps.RANDOM, rest),
          on().every(2).always(),
          Ending.AT_ONCE,
          at(0, 64));
    }
    faults.silent(new BitFlip(3, true), on().every(3).always(), Ending.AT_ONCE, at(0, 64));
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      faults.write(i * 2L, 9);
      story.append(faults.held(0, 64)).append(faults.delivered(i * 3L, 5)).append('\n');
      for (long sector = 0; sector < 64; sector++) {
        byte[] held = new byte[512];
        faults.bench.tags.expand(faults.disk().medium().tag(sector), held, 0);
        story.append(Arrays.hashCode(held)).append(' ');
      }
    }
    return story.append(faults.damage.lines).toString();
  }

  private void torn(Unit unit, Keeps keeps, Rest rest) {
    faults.silent(new TornWrite(unit, keeps, rest), Trigger.ALWAYS, Ending.AT_ONCE, at(0, 4096));
  }

  private String declared() {
    long arrived = faults.held(8, 4).chars().filter(c -> c == '1').count();
    return "damaged " + (8 + arrived) + "+" + (4 - arrived) + " r0";
  }

  private byte[] bytes(long tag) {
    byte[] bytes = new byte[Sectors.SIZE];
    faults.bench.tags.expand(tag, bytes, 0);
    return bytes;
  }

  private int differ(long tag, long other) {
    byte[] one = bytes(tag);
    byte[] two = bytes(other);
    int bits = 0;
    for (int i = 0; i < one.length; i++) {
      bits += Integer.bitCount((one[i] ^ two[i]) & 0xff);
    }
    return bits;
  }
}
