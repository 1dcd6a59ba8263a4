package io.dmio.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.fault.SilentKind.Keeps;
import io.dmio.fault.SilentKind.Rest;
import io.dmio.fault.SilentKind.TornWrite;
import io.dmio.fault.SilentKind.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whatever is drawn, a tear keeps to its unit and part, and is one. */
final class TearProperties {

  @Property(tries = 2000)
  void somethingArrivesAndSomethingDoesNot(
      @ForAll long seed,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> lengths,
      @ForAll Unit unit,
      @ForAll Keeps keeps) {
    SectorSet sectors = ranges(lengths);
    Assume.that(unit == Unit.BYTE || unitsOf(sectors, unit).size() > 1);

    List<Boolean> bytes = bytes(sectors, unit, keeps, seed);

    assertThat(bytes).contains(true, false);
    if (keeps == Keeps.PREFIX) {
      assertThat(bytes).isEqualTo(bytes.stream().sorted((a, b) -> Boolean.compare(b, a)).toList());
    } else if (keeps == Keeps.SUFFIX) {
      assertThat(bytes).isSorted();
    } else if (unit == Unit.BYTE) {
      assertThat(bytes.lastIndexOf(true) - bytes.indexOf(true) + 1)
          .as("one stretch")
          .isEqualTo(bytes.stream().filter(arrived -> arrived).count());
    }
  }

  @Property(tries = 2000)
  void unitsStayWhole(
      @ForAll long seed,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> lengths,
      @ForAll boolean pages,
      @ForAll Keeps keeps) {
    Unit unit = pages ? Unit.PAGE : Unit.SECTOR;
    SectorSet sectors = ranges(lengths);
    Assume.that(unitsOf(sectors, unit).size() > 1);

    List<Boolean> bytes = bytes(sectors, unit, keeps, seed);

    Set<String> fates = new LinkedHashSet<>();
    List<Long> all = all(sectors);
    for (int i = 0; i < bytes.size(); i++) {
      fates.add(Tear.unitOf(all.get(i / 512), unit) + " " + bytes.get(i));
    }
    assertThat(fates).hasSameSizeAs(unitsOf(sectors, unit));
  }

  @Test
  void everyTearOfThreeSectors_isDrawn() {
    assertThat(drawn(Unit.SECTOR, Keeps.PREFIX)).containsExactlyInAnyOrder("x..", "xx.");
    assertThat(drawn(Unit.SECTOR, Keeps.SUFFIX)).containsExactlyInAnyOrder("..x", ".xx");
    assertThat(drawn(Unit.SECTOR, Keeps.RANDOM))
        .containsExactlyInAnyOrder("x..", ".x.", "..x", "xx.", ".xx", "x.x");
  }

  private static Set<String> drawn(Unit unit, Keeps keeps) {
    Set<String> drawn = new LinkedHashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      List<Boolean> bytes = bytes(ranges(List.of(3)), unit, keeps, seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        text.append(bytes.get(i * 512) ? 'x' : '.');
      }
      drawn.add(text.toString());
    }
    return drawn;
  }

  /** Whether each byte of the sectors arrives. */
  private static List<Boolean> bytes(SectorSet sectors, Unit unit, Keeps keeps, long seed) {
    Tear tear =
        Tear.draw(new TornWrite(unit, keeps, Rest.OLD), sectors, new DerivedDraws().from(seed));
    List<Boolean> bytes = new ArrayList<>();
    for (long sector : all(sectors)) {
      tear.next(sector);
      for (int i = 0; i < 512; i++) {
        bytes.add(i >= tear.from() && i < tear.from() + tear.length());
      }
    }
    return bytes;
  }

  // Ranges with gaps of one and more sectors.
  private static SectorSet ranges(List<Integer> lengths) {
    SectorSet sectors = new SectorSet();
    long first = 5;
    for (int length : lengths) {
      sectors.add(first, first + length);
      first += length + 1 + length % 3 * 4;
    }
    return sectors;
  }

  private static Set<Long> unitsOf(SectorSet sectors, Unit unit) {
    Set<Long> units = new LinkedHashSet<>();
    all(sectors).forEach(sector -> units.add(Tear.unitOf(sector, unit)));
    return units;
  }

  private static List<Long> all(SectorSet sectors) {
    List<Long> all = new ArrayList<>();
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        all.add(sector);
      }
    }
    return all;
  }
}
