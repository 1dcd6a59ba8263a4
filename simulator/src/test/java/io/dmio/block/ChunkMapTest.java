package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChunkMapTest {

  private static final List<Long> NUMBERS = List.of(0L, 4095L, 4096L, 1L << 24, 1L << 36, 1L << 50);

  private static List<Long> shown(ChunkMap<Long> map) {
    List<Long> shown = new ArrayList<>();
    map.forEach(
        (number, chunk) -> {
          assertThat(chunk).isEqualTo(number);
          shown.add(number);
        });
    return shown;
  }

  @Test
  void emptyMap_hasNothing() {
    ChunkMap<Long> map = new ChunkMap<>();
    assertThat(map.get(0)).isNull();
    assertThat(map.get(1L << 50)).isNull();
    assertThat(shown(map)).isEmpty();
  }

  @Test
  void mapThatGrows_keepsEverything() {
    ChunkMap<Long> map = new ChunkMap<>();
    for (int i = 0; i < NUMBERS.size(); i++) {
      map.put(NUMBERS.get(i), NUMBERS.get(i));
      assertThat(shown(map)).isEqualTo(NUMBERS.subList(0, i + 1));
    }
    for (long number : NUMBERS) {
      assertThat(map.get(number)).isEqualTo(number);
      assertThat(map.get(number + 1)).isEqualTo(number == 4095 ? Long.valueOf(4096) : null);
    }
  }

  @Test
  void numbersThatShareTheirLowBits_areDifferent_howeverHighTheMapIs() {
    List<Long> others = List.of(1L << 12, 1L << 13, 1L << 24, 1L << 35, 1L << 36, 1L << 47);
    for (long highest : new long[] {5, 1L << 12 | 5, 1L << 24 | 5, 1L << 36 | 5}) {
      ChunkMap<Long> map = new ChunkMap<>();
      map.put(5, 5L);
      map.put(highest, highest);
      assertThat(map.get(5)).isEqualTo(5);
      assertThat(map.get(highest)).isEqualTo(highest);
      for (long other : others) {
        assertThat(map.get(other | 5)).isEqualTo((other | 5) == highest ? highest : null);
      }
      assertThat(map.get(6)).isNull();
    }
  }

  @Test
  void firstRow_takesWhatIsPutThere_afterTheMapHasGrown() {
    ChunkMap<Long> map = new ChunkMap<>();
    map.put(1L << 24, 1L << 24);
    map.put(3, 3L);
    map.put(1L << 36, 1L << 36);
    map.put(4, 4L);
    map.put(3, 7L);
    assertThat(map.get(3)).isEqualTo(7);
    assertThat(map.get(4)).isEqualTo(4);
    assertThat(map.get(1L << 24)).isEqualTo(1L << 24);
  }

  @Test
  void largestFirst_isNoDifference() {
    ChunkMap<Long> map = new ChunkMap<>();
    for (int i = NUMBERS.size() - 1; i >= 0; i--) {
      map.put(NUMBERS.get(i), NUMBERS.get(i));
    }
    assertThat(shown(map)).isEqualTo(NUMBERS);
    assertThat(map.get((1L << 50) - 1)).isNull();
  }
}
