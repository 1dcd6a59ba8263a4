package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Declared sectors are cut at any place. */
final class RangesTest {

  private final Ranges ranges = new Ranges();

  private static Ranges.Range range(long first, long end, int rule) {
    return new Ranges.Range(first, end, rule, 0, -1);
  }

  /** The rules of sectors 0 to 9, as digits. */
  private String rules() {
    StringBuilder text = new StringBuilder();
    for (int sector = 0; sector < 10; sector++) {
      Ranges.Range range = ranges.of(sector);
      text.append(range == null ? "." : range.rule());
    }
    return text.toString();
  }

  @Test
  void laterRange_takesThePlaceOfThoseItCovers() {
    ranges.put(range(1, 9, 1));
    ranges.put(range(3, 5, 2));
    ranges.put(range(8, 10, 3));

    assertThat(rules()).isEqualTo(".112211133");
  }

  @Test
  void remove_tellsTheParts_andKeepsTheRest() {
    ranges.put(range(0, 4, 1));
    ranges.put(range(4, 6, 2));
    ranges.put(range(6, 10, 3));
    List<Ranges.Range> gone = new ArrayList<>();
    ranges.remove(2, 8, range -> range.rule() != 2, gone::add);

    assertThat(rules()).isEqualTo("11..22..33");
    assertThat(gone).containsExactly(range(2, 4, 1), range(6, 8, 3));
  }

  @Test
  void removeOfNothing_changesNothing() {
    ranges.put(range(0, 4, 1));
    ranges.remove(2, 2, range -> true, gone -> {});

    assertThat(rules()).isEqualTo("1111......");
  }
}
