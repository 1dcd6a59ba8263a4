package io.dmio.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class SectorSetProperties {

  private static final int SECTORS = 64;

  @Property(tries = 300)
  void set_behavesLikeASetOfSectors(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Random random = new Random(seed);
    SectorSet set = new SectorSet();
    BitSet model = new BitSet();
    for (int i = 0; i < steps; i++) {
      int first = random.nextInt(SECTORS);
      int end = first + random.nextInt(SECTORS - first + 1);
      if (random.nextBoolean()) {
        set.add(first, end);
        model.set(first, end);
      } else {
        set.remove(first, end);
        model.clear(first, end);
      }
      assertSame(set, model, random.nextInt(SECTORS), random.nextInt(SECTORS));
    }
    assertSame(set.copy(), model, 0, SECTORS);
  }

  private static void assertSame(SectorSet set, BitSet model, int first, int end) {
    assertThat(set.size()).isEqualTo(model.cardinality());
    assertThat(set.isEmpty()).isEqualTo(model.isEmpty());
    int count = first < end ? model.get(first, end).cardinality() : 0;
    if (first < end) {
      assertThat(set.count(first, end)).isEqualTo(count);
    }
    if (count > 0) {
      assertThat(set.next(first)).isEqualTo(model.nextSetBit(first));
    }
    for (int range = 0; range < set.ranges(); range++) {
      int start = (int) set.start(range);
      assertThat(set.end(range)).isEqualTo(model.nextClearBit(start));
      assertThat(range == 0 ? -1 : set.end(range - 1)).as("ranges do not touch").isLessThan(start);
    }
  }
}
