package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.sim.SeededChoices;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class TagsProperties {

  private final Tags tags = new Tags();

  @Property
  void of_expand_isTheTagItself(@ForAll("tags") long tag) {
    byte[] bytes = new byte[3 * Sectors.SIZE];
    tags.expand(tag, bytes, Sectors.SIZE);
    assertThat(tags.of(bytes, Sectors.SIZE)).isEqualTo(tag);
    for (int i = 0; i < Sectors.SIZE; i++) {
      assertThat(bytes[i]).isZero();
      assertThat(bytes[2 * Sectors.SIZE + i]).isZero();
    }
  }

  @Property
  void tags_areEqualIffTheirBytesAre(@ForAll("tags") long one, @ForAll("tags") long other) {
    byte[] bytes = new byte[2 * Sectors.SIZE];
    tags.expand(one, bytes, 0);
    tags.expand(other, bytes, Sectors.SIZE);
    boolean equalBytes =
        Arrays.equals(bytes, 0, Sectors.SIZE, bytes, Sectors.SIZE, 2 * Sectors.SIZE);
    assertThat(one == other).isEqualTo(equalBytes);
  }

  @Provide
  Arbitrary<Long> tags() {
    Arbitrary<Long> sectors = Arbitraries.longs().between(0, 40);
    return Arbitraries.oneOf(
        Arbitraries.just(Tags.ZERO),
        Combinators.combine(Arbitraries.integers().between(0, 300), sectors).as(Tags::pattern),
        Combinators.combine(Arbitraries.integers(), Arbitraries.longs().greaterOrEqual(0))
            .as(Tags::pattern),
        Combinators.combine(Arbitraries.longs().between(0, (1L << 40) - 1), sectors)
            .as(Tags::stamp),
        Arbitraries.longs().between(0, 50).map(this::literal));
  }

  private long literal(long number) {
    byte[] bytes = new byte[Sectors.SIZE];
    for (int i = 0; i < Sectors.SIZE; i++) {
      bytes[i] = (byte) SeededChoices.mix(number * Sectors.SIZE + i);
    }
    return tags.of(bytes, 0);
  }
}
