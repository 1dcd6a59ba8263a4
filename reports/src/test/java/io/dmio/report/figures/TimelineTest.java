package io.dmio.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.model.FakeRun;
import io.dmio.model.PoolTrack;
import io.dmio.model.RealRun;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import io.dmio.testbed.RunListener;
import org.junit.jupiter.api.Test;

final class TimelineTest {

  @Test
  void fewBios_areAllBars() {
    Timeline timeline = Timeline.of(RunModel.of(FakeRun.oneBadRegion().result()), 3);

    assertThat(timeline.bars()).containsExactly(0, 1, 2);
    assertThat(timeline.binned()).isFalse();
    assertThat(timeline.columns()).isEmpty();
  }

  @Test
  void manyBios_areCountedOnce_andFailedOnesStayBars() {
    RunModel model = RunModel.of(new FakeRun().load(1_000, 100).result());
    Timeline timeline = Timeline.of(model, 200);

    assertThat(timeline.bars()).hasSize(10).allMatch(model.bios()::failed);
    assertThat(sum(timeline, 0)).isEqualTo(1_000);
    assertThat(sum(timeline, 1)).isEqualTo(10);
    assertThat(timeline.columns().size()).isLessThanOrEqualTo(100);
  }

  @Test
  void tooManyFailedBios_areCountedOnly() {
    RunModel model = RunModel.of(new FakeRun().load(1_000, 2).result());
    Timeline timeline = Timeline.of(model, 200);

    assertThat(timeline.bars()).isEmpty();
    assertThat(sum(timeline, 1)).isEqualTo(500);
  }

  @Test
  void columns_holdAllTheTimeThatBiosTook() {
    RunModel model = RunModel.of(RealRun.run(300, RunListener.NONE));
    Timeline timeline = Timeline.of(model, 100);
    long busyNanos = 0;
    for (Timeline.Column column : timeline.columns()) {
      busyNanos += column.meanMilli() * timeline.columnNanos() / 1000;
    }
    long took = 0;
    for (int row = 0; row < model.bios().count(); row++) {
      took += model.bios().ended(row) - model.bios().submitted(row);
    }

    long rounding = timeline.columns().size() * (timeline.columnNanos() / 1000 + 1);
    assertThat(busyNanos).isBetween(took - rounding, took);
  }

  @Test
  void poolSteps_areThinned_withoutLosingTheLowestAndTheLongestQueue() {
    PoolTrack pool = new PoolTrack("p");
    pool.resized(0, 0, 100);
    for (int i = 1; i <= 10_000; i++) {
      pool.level(i, 1, i == 7_777 ? 3 : 50, false);
      pool.waits(i, i == 4_242 ? 9 : 0);
    }
    int[] steps = StepChoice.of(pool, 300, new TimeWindow(0, 10_000));

    assertThat(steps.length).isLessThanOrEqualTo(303);
    assertThat(steps).isSorted().doesNotHaveDuplicates();
    assertThat(java.util.Arrays.stream(steps).mapToLong(pool::reserve).min()).hasValue(3);
    assertThat(java.util.Arrays.stream(steps).mapToLong(pool::waiting).max()).hasValue(9);
    assertThat(steps[steps.length - 1]).isEqualTo(pool.steps() - 1);
  }

  private static long sum(Timeline timeline, int what) {
    return timeline.columns().stream().mapToLong(c -> what == 0 ? c.bios() : c.failed()).sum();
  }
}
