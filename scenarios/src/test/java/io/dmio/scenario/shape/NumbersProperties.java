package io.dmio.scenario.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dmio.scenario.yaml.Guess;
import io.dmio.sim.Probability;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class NumbersProperties {

  @Property
  void units_readWhatTheyWrite(
      @ForAll boolean time, @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long value)
      throws InvalidScalar {
    Units units = time ? Units.TIME : Units.BYTES;
    long within = value % ((time ? Bounds.NANOS : Bounds.BYTES) + 1);

    assertThat(units.read(units.write(within))).isEqualTo(within);
  }

  @Property
  void units_writeRoundQuantitiesShortly(@ForAll @IntRange(min = 1, max = 1023) int mebibytes)
      throws InvalidScalar {
    long bytes = (long) mebibytes << 20;

    assertThat(Units.BYTES.write(bytes)).isEqualTo(mebibytes + "MiB");
    assertThat(Units.BYTES.read(mebibytes + "MiB")).isEqualTo(bytes);
  }

  @Property
  void seeds_areSixtyFourBitsInBothNotations(@ForAll long seed) throws InvalidScalar {
    assertThat(Numbers.seed("0x" + Long.toHexString(seed))).isEqualTo(seed);
    assertThat(Numbers.seed(Long.toUnsignedString(seed))).isEqualTo(seed);
  }

  @Property
  void ranges_keepTheirEnds(
      @ForAll @LongRange(min = 0) long low, @ForAll @LongRange(min = 0) long high) {
    String text = low + "-" + high;
    if (low <= high) {
      assertThat(range(text)).isEqualTo(new Range(low, high));
    } else {
      assertThatExceptionOfType(InvalidScalar.class).isThrownBy(() -> Numbers.range(text, 0, high));
    }
  }

  private static Range range(String text) {
    try {
      return Numbers.range(text, 0, Long.MAX_VALUE);
    } catch (InvalidScalar e) {
      throw new AssertionError(e);
    }
  }

  @Property
  void probabilities_areExact(
      @ForAll @IntRange(min = 0, max = 100_000) int numerator,
      @ForAll @IntRange(min = 1, max = 100_000) int denominator)
      throws InvalidScalar {
    int above = Math.min(numerator, denominator);

    assertThat(Numbers.probability(above + "/" + denominator).probability())
        .isEqualTo(Probability.of(BigInteger.valueOf(above), BigInteger.valueOf(denominator)));
  }

  @Property
  void percent_andPointAndFraction_areTheSame(@ForAll @IntRange(min = 0, max = 99) int percent)
      throws InvalidScalar {
    Probability fraction = Numbers.probability(percent + "/100").probability();

    assertThat(Numbers.probability(percent + "%").probability()).isEqualTo(fraction);
    assertThat(Numbers.probability(String.format("0.%02d", percent)).probability())
        .isEqualTo(fraction);
  }

  @Property
  void places_keepTheirSectors(
      @ForAll @LongRange(min = 0, max = 1L << 40) long first,
      @ForAll @LongRange(min = 1, max = 1L << 40) long count)
      throws InvalidScalar {
    PlaceText place = new PlaceText("b", first, count);

    assertThat(PlaceText.read("b@" + first + "+" + count)).isEqualTo(place);
    assertThat(PlaceText.read("b@" + first + "-" + (first + count - 1))).isEqualTo(place);
    assertThat(PlaceText.readRegion("b@" + first + "+" + count)).isEqualTo(place);
  }

  @Example
  void edges_ofNumbers() throws InvalidScalar {
    assertThat(Units.BYTES.read("0B")).isZero();
    assertThat(Units.TIME.read("100000000s")).isEqualTo(Bounds.NANOS);
    assertThat(Units.BYTES.read("1048576TiB")).isEqualTo(Bounds.BYTES);
    assertThat(Units.TIME.readRange("0s-30ms")).isEqualTo(new Range(0, 30_000_000));
    assertThat(Numbers.probability("100%").isOne()).isTrue();
    assertThat(Numbers.probability("0.001").probability())
        .isEqualTo(Numbers.probability("1/1000").probability());
    refused(() -> Units.TIME.read("9223372036854775808ns"));
    refused(() -> Units.TIME.read("100000001s"));
    refused(() -> Units.TIME.read("100000000000000001ns"));
    refused(() -> Units.BYTES.read("1048577TiB"));
    refused(() -> Units.BYTES.read("04KiB"));
    refused(() -> Units.BYTES.read("-4KiB"));
    refused(() -> Units.BYTES.read("4 KiB"));
    refused(() -> Units.BYTES.read("KiB"));
    refused(() -> Units.BYTES.readRange("4KiB-1KiB"));
    refused(() -> Units.BYTES.readRange("4KiB-"));
    refused(() -> Numbers.seed("0x"));
    refused(() -> Numbers.seed("18446744073709551616"));
    refused(() -> Numbers.probability("1e-3"));
    refused(() -> Numbers.probability("1/3%"));
    refused(() -> Numbers.probability("2/1"));
    refused(() -> PlaceText.read("b@"));
    refused(() -> PlaceText.read("b@1+0"));
    refused(() -> PlaceText.read("b@9223372036854775807"));
    refused(() -> PlaceText.readRegion("b@9223372036854775807+1"));
    assertThat(PlaceText.readRegion("b@8+0").count()).isZero();
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatExceptionOfType(InvalidScalar.class).isThrownBy(reading);
  }

  @Property
  void edits_areADistance(@ForAll String from, @ForAll String to) {
    assertThat(Guess.edits(from, to)).isEqualTo(Guess.edits(to, from));
    assertThat(Guess.edits(from, to) == 0).isEqualTo(from.equals(to));
    assertThat(Guess.edits(from, to)).isLessThanOrEqualTo(Math.max(from.length(), to.length()));
  }
}
