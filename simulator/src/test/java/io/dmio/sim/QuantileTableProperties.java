package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class QuantileTableProperties {

  @Property
  void at_isMonotoneInUnsignedBits(
      @ForAll @LongRange(min = 1, max = 1L << 40) long median,
      @ForAll @LongRange(min = 0, max = 1L << 44) long more,
      @ForAll long seed) {
    QuantileTable table = QuantileTable.lognormal(median, median + more);
    RandomStream stream = new SeededChoices(seed).stream("bits");
    for (int i = 0; i < 200; i++) {
      long one = stream.next() | -1L << stream.below(64);
      long other = i % 2 == 0 ? one + 1 : stream.next();
      boolean ordered = Long.compareUnsigned(one, other) <= 0;
      assertThat(table.at(ordered ? one : other)).isBetween(0L, table.at(ordered ? other : one));
    }
  }

  @Property
  void uniform_staysInItsRangeAndIsMonotone(
      @ForAll @LongRange(min = 0, max = QuantileTable.MAX_NANOS / 2) long low,
      @ForAll @LongRange(min = 0, max = QuantileTable.MAX_NANOS / 2) long more,
      @ForAll long one,
      @ForAll long other) {
    QuantileTable table = QuantileTable.uniform(low, low + more);
    assertThat(table.at(one)).isBetween(low, low + more);
    if (Long.compareUnsigned(one, other) <= 0) {
      assertThat(table.at(one)).isLessThanOrEqualTo(table.at(other));
    }
  }
}
