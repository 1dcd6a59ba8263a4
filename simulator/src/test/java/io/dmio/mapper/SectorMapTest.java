package io.dmio.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.mapper.TargetSpec.Delay;
import io.dmio.mapper.TargetSpec.Lower;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Which disks a stacked device stands on, and which of them its flushes reach. */
final class SectorMapTest {

  private static Delay.Lane lane(int device) {
    return new Delay.Lane(new Lower(device, 0), 1_000_000);
  }

  private static TableSpec table(int id, TargetSpec target) {
    return new TableSpec(id, "m" + id, List.of(new TableSpec.Line(0, 64, target)));
  }

  private static SectorMap map(TargetSpec... targets) {
    List<TableSpec> tables = new ArrayList<>();
    for (TargetSpec target : targets) {
      tables.add(table(3 + tables.size(), target));
    }
    return new SectorMap(3, tables);
  }

  @Test
  void flushOfDelay_reachesTheDiskOfItsLaneForFlushesAlone() {
    SectorMap map = map(new Delay(lane(0), lane(1), lane(2), 3));

    assertThat(map.flushed(3)).containsExactly(2);
    assertThat(map.disksBelow(3)).containsExactly(0, 1, 2);
  }

  /** Writes go to two places by calls of its own, reads to the first of them. */
  private record Twice(List<Lower> lower) implements TargetSpec {

    @Override
    public String kind() {
      return "twice";
    }

    @Override
    public Target create(TargetSite site) {
      throw new UnsupportedOperationException("a map makes no targets");
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      return List.of();
    }

    @Override
    public Passage passage() {
      return Passage.CALLS;
    }

    @Override
    public int places(boolean write) {
      return write ? 2 : 1;
    }
  }

  private static List<String> parts(SectorMap map, boolean write, boolean pieces) {
    List<String> seen = new ArrayList<>();
    SectorMap.Visitor visitor =
        (ground, device, sector, count, offset) ->
            seen.add(ground + " " + device + "@" + sector + "+" + count + " after " + offset);
    if (pieces) {
      map.visitPieces(3, write, 12, 8, visitor);
    } else {
      map.visit(3, write, 12, 8, visitor);
    }
    return seen;
  }

  @Test
  void sectorInTwoPlaces_isSeenInBoth_withTheSameOffset() {
    TargetSpec stripes = new TargetSpec.Striped(16, List.of(new Lower(4, 0), new Lower(2, 100)));
    SectorMap map = map(stripes, new Twice(List.of(new Lower(0, 20), new Lower(1, 30))));

    assertThat(parts(map, true, false))
        .containsExactly("DISK 0@32+4 after 0", "DISK 1@42+4 after 0", "DISK 2@100+4 after 4");
    assertThat(parts(map, false, false))
        .containsExactly("DISK 0@32+4 after 0", "DISK 2@100+4 after 4");
    assertThat(map.disksBelow(3)).containsExactly(0, 1, 2);
  }

  @Test
  void piecesEnd_whereATargetMakesCallsOfItsOwn() {
    TargetSpec stripes = new TargetSpec.Striped(16, List.of(new Lower(4, 0), new Lower(2, 100)));
    SectorMap map = map(stripes, new Twice(List.of(new Lower(0, 20), new Lower(1, 30))));

    assertThat(parts(map, true, true))
        .containsExactly("CALLS 4@12+4 after 0", "DISK 2@100+4 after 4");
  }

  @Test
  void flushOfStripes_reachesEveryLeg_thoughTheyAreStacked() {
    SectorMap map =
        map(
            new TargetSpec.Striped(8, List.of(new Lower(0, 0), new Lower(4, 0))),
            new TargetSpec.Linear(new Lower(2, 0)));

    assertThat(map.flushed(3)).containsExactly(0, 2);
    assertThat(map.flushed(4)).containsExactly(2);
    assertThat(map.flushed(1)).containsExactly(1);
  }
}
