package io.dmio.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.mapper.TargetSpec.Delay;
import io.dmio.mapper.TargetSpec.Lower;
import java.util.ArrayList;
import java.util.List;
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
