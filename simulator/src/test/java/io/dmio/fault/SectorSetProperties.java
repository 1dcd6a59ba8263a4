package io.dmio.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
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

  @Property(tries = 200)
  void index_findsExactlyTheRangesUnderABio(
      @ForAll long seed, @ForAll @IntRange(max = 40) int rules) {
    Random random = new Random(seed);
    FaultBench bench = new FaultBench();
    List<Extent> places = new ArrayList<>();
    List<MediaRule.Part> parts = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      Extent place = new Extent(0, random.nextInt(SECTORS), 1 + random.nextInt(20));
      places.add(place);
      var spec =
          new FaultSpec.MediaError(
              i,
              "r" + i,
              List.of(place),
              FaultBench.READ,
              Trigger.ALWAYS,
              Ending.NEVER,
              io.dmio.block.BlockStatus.MEDIUM);
      parts.addAll(
          new MediaRule(spec, bench.bench.simulation, bench.bench.moments, call -> "").parts());
    }
    ExtentIndex index = new ExtentIndex(parts);
    for (int i = 0; i < 50; i++) {
      long first = random.nextInt(SECTORS + 20);
      long count = 1 + random.nextInt(10);
      TreeSet<Integer> found = new TreeSet<>();
      index.find(first, first + count, owner -> assertThat(found.add(owner)).isTrue());
      TreeSet<Integer> expected = new TreeSet<>();
      for (int rule = 0; rule < rules; rule++) {
        if (places.get(rule).overlaps(first, count)) {
          expected.add(rule);
        }
      }
      assertThat(found).isEqualTo(expected);
    }
  }
}
