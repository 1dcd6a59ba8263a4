package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import io.dmio.device.LatencySpec;
import io.dmio.model.FakeRun;
import io.dmio.model.RunModel;
import io.dmio.model.WaitTable;
import io.dmio.report.figures.BarSelection;
import io.dmio.report.figures.DeviceUse;
import io.dmio.report.figures.LatencyStat;
import io.dmio.report.figures.SectorGrid;
import io.dmio.report.figures.SpecifiedLatency;
import io.dmio.sim.EventKind;
import io.dmio.sim.Probability;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {

  @Test
  void deviceUse_isWhatIostatWouldSay() {
    FakeRun run = new FakeRun();
    run.call(0, 0, RequestOp.WRITE, true, 2, 16);
    run.submit(0, 0, 0, 0, 0, 4096, 0);
    run.submit(1, 100_000_000, 1, 0, 8, 4096, 0);
    run.end(0, 300_000_000, 0, 0, 0, 0);
    run.end(1, 500_000_000, 0, 0, 8, 0);
    run.notified(0, 1_000_000_000, 0);
    DeviceUse use = DeviceUse.of(RunModel.of(run.result()))[0];

    assertThat(use.perSecond(use.others())).isEqualTo("2.0");
    assertThat(use.perSecond(use.reads())).isEqualTo("0.0");
    assertThat(use.megabytesPerSecond(1_234_567)).isEqualTo("1.2");
    assertThat(use.atOnce()).isEqualTo("0.70");
    assertThat(use.percentBusy()).isEqualTo("50.0");
  }

  @Test
  void specifiedPercentiles_areThoseOfTheDistribution() {
    assertThat(SpecifiedLatency.quantile(new LatencySpec.Fixed(70), 0.5)).isEqualTo(70);
    assertThat(SpecifiedLatency.quantile(new LatencySpec.Uniform(100, 200), 0.9)).isEqualTo(190);
    LatencySpec lognormal = new LatencySpec.Lognormal(80_000, 1_000_000);
    assertThat(SpecifiedLatency.quantile(lognormal, 0.5)).isBetween(79_999L, 80_001L);
    assertThat(SpecifiedLatency.quantile(lognormal, 0.99)).isBetween(999_990L, 1_000_010L);
    Probability tenth = Probability.of(BigInteger.ONE, BigInteger.TEN);
    Probability rest = Probability.of(BigInteger.valueOf(9), BigInteger.TEN);
    LatencySpec mixture =
        new LatencySpec.Mixture(
            List.of(
                new LatencySpec.Part(rest, new LatencySpec.Fixed(10)),
                new LatencySpec.Part(tenth, new LatencySpec.Uniform(1000, 2000))));
    assertThat(SpecifiedLatency.quantile(mixture, 0.5)).isEqualTo(10);
    assertThat(SpecifiedLatency.quantile(mixture, 0.95)).isEqualTo(1500);
  }

  @Test
  void sharesOfADoubling_holdEveryLatencyOnce() {
    LatencyStat stat = new LatencyStat();
    long[] values = {0, 1, 3, 4, 5, 7, 8, 1_000, 1_000_000_007, Long.MAX_VALUE / 4};
    for (long value : values) {
      stat.record(value);
    }
    long sum = 0;
    for (int share = stat.firstShare(); share <= stat.lastShare(); share++) {
      sum += stat.inShare(share);
      assertThat(LatencyStat.shareFrom(share)).isLessThan(LatencyStat.shareFrom(share + 1));
    }

    assertThat(sum).isEqualTo(values.length);
    assertThat(LatencyStat.shareFrom(stat.firstShare())).isZero();
    assertThat(LatencyStat.shareFrom(stat.lastShare())).isLessThanOrEqualTo(Long.MAX_VALUE / 4);
  }

  @Test
  void waits_lastUntilTheCallGoesOn() {
    FakeRun run = new FakeRun();
    run.call(3, 100, RequestOp.WRITE, true, 1, 8);
    run.at(100, EventKind.POOL_WAIT, 0, 0, 1, 0, 3);
    run.at(300, EventKind.POOL_WAIT, 0, 0, 1, 0, 3);
    run.at(500, EventKind.POOL_WAIT, 1, 0, 1, 0, 3);
    run.submit(0, 900, 0, 0, 0, 4096, 3);
    run.end(0, 1_000, 0, 0, 0, 3);
    run.notified(3, 1_000, 0);
    WaitTable waits = RunModel.of(run.result()).waits();

    assertThat(waits.count()).isEqualTo(2);
    assertThat(List.of(waits.pool(0), waits.pool(1))).containsExactly(0, 1);
    assertThat(List.of(waits.from(0), waits.to(0))).containsExactly(100L, 500L);
    assertThat(List.of(waits.from(1), waits.to(1))).containsExactly(500L, 900L);
    assertThat(waits.call(1)).isEqualTo(3);
  }

  @Test
  void spotlight_falls_onFailedBiosAndTheirNeighbours() {
    RunModel model = RunModel.of(new FakeRun().load(1_000, 500).result());

    assertThat(new BarSelection(model).rows(2)).containsExactly(499, 999);
    assertThat(new BarSelection(model).rows(5)).contains(498, 499, 999).hasSize(5);
    assertThat(new BarSelection(model).rows(2_000)).hasSize(1_000).isSorted();
  }

  @Test
  void sectorGrid_countsEveryBioWhereItWas() {
    RunModel model = RunModel.of(new FakeRun().load(3_000, 100).result());
    int bios = 0;
    int failed = 0;
    for (int device = 0; device < 3; device++) {
      SectorGrid grid = SectorGrid.of(model, device);
      bios += java.util.Arrays.stream(grid.bios()).sum();
      failed += java.util.Arrays.stream(grid.failed()).sum();
    }

    assertThat(bios).isBetween(3_000, 3_150);
    assertThat(failed).isBetween(30, 33);
  }
}
