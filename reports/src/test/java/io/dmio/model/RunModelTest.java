package io.dmio.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.Refusal;
import io.dmio.report.figures.Latencies;
import io.dmio.report.figures.LatencyRecorder;
import io.dmio.report.figures.LatencyStat;
import io.dmio.sim.EventKind;
import io.dmio.testbed.CallOutcome;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunModelTest {

  @Test
  void bios_areRead_withTheirTimesPlacesAndRules() {
    RunModel model = RunModel.of(FakeRun.oneBadRegion().result());
    BioTable bios = model.bios();
    int row = bios.rowOf(12);

    assertThat(bios.count()).isEqualTo(3);
    assertThat(bios.failedCount()).isEqualTo(1);
    assertThat(List.of(bios.region(row), bios.device(row), bios.call(row)))
        .containsExactly(2, 2, 0);
    assertThat(List.of(bios.submitted(row), bios.issued(row), bios.ended(row)))
        .containsExactly(1_000L, 41_000L, 4_100_000L);
    assertThat(bios.status(row)).isEqualTo(BlockStatus.MEDIUM);
    assertThat(model.faults().ruleOf(12, 2)).isZero();
    assertThat(model.faults().ruleOf(11, 1)).isEqualTo(-1);
    assertThat(bios.ofCall(0)).containsExactly(0, 1, 2);
  }

  @Test
  void asyncCall_endsWithItsCallback_syncCallWithItsReturn() {
    CallTable async = RunModel.of(FakeRun.oneBadRegion().result()).calls();
    CallTable sync = RunModel.of(new FakeRun().load(1, 1).result()).calls();

    assertThat(async.ended(0)).isEqualTo(4_100_000);
    assertThat(async.bits(0)).isEqualTo(0b100);
    assertThat(async.errno(0)).isEqualTo(Errno.OK);
    assertThat(sync.ended(0)).isEqualTo(9_000);
    assertThat(sync.errno(0)).isEqualTo(Errno.EIO);
    assertThat(sync.failedCount()).isEqualTo(1);
  }

  @Test
  void refusedCall_isFailed_andNamesTheRule() {
    FakeRun run = new FakeRun();
    run.call(0, 5, RequestOp.READ, false, 2, 16);
    run.at(5, EventKind.REFUSE, 0, Refusal.MULTI_REGION_READ.ordinal(), 0, 0, 0);
    run.returned(0, 5, Errno.EIO, 0, false);
    CallTable calls = RunModel.of(run.result()).calls();

    assertThat(calls.refusal(0)).isEqualTo("multi-region-read");
    assertThat(calls.failed(0)).isTrue();
  }

  @Test
  void overlappingBios_getRowsOfTheirOwn_andRowsAreReused() {
    FakeRun run = new FakeRun();
    run.submit(1, 0, 0, 0, 0, 512, 0);
    run.submit(2, 10, 0, 0, 8, 512, 0);
    run.end(1, 20, 0, 0, 0, 0);
    run.submit(3, 30, 0, 0, 16, 512, 0);
    run.end(2, 40, 0, 0, 8, 0);
    run.end(3, 50, 0, 0, 16, 0);
    BioTable bios = RunModel.of(run.result()).bios();

    assertThat(IntStream.range(0, 3).map(bios::slot)).containsExactly(0, 1, 0);
    assertThat(bios.slotCount(0)).isEqualTo(2);
  }

  @Test
  void pool_stepsDownAndUp_andWaitersLeaveWhenTheReserveIsRefilled() {
    FakeRun run = new FakeRun();
    run.at(0, EventKind.POOL_RESIZE, 1, 0, 0, 4, 0);
    run.at(5, EventKind.POOL_TAKE, 1, 1, 1, 3, 0);
    run.at(6, EventKind.POOL_WAIT, 1, 0, 2, 0, 9);
    run.at(7, EventKind.POOL_GIVE, 1, 0, 1, 3, 0);
    run.at(8, EventKind.POOL_GIVE, 1, 1, 0, 4, 0);
    PoolTrack pool = RunModel.of(run.result()).pools().get(1);

    assertThat(pool.name()).isEqualTo("engine.bios");
    assertThat(steps(pool, "reserve")).containsExactly(4L, 3L, 3L, 3L, 4L);
    assertThat(steps(pool, "waiting")).containsExactly(0L, 0L, 2L, 2L, 0L);
    assertThat(steps(pool, "out")).containsExactly(0L, 1L, 1L, 1L, 0L);
  }

  @Test
  void realRun_isReadAsTheTestbedCountedIt() {
    RunResult result = RealRun.run(300, RunListener.NONE);
    RunModel model = RunModel.of(result);
    BioTable bios = model.bios();

    assertThat((long) bios.count()).isEqualTo(result.totals().bios());
    assertThat((long) model.calls().count()).isEqualTo(result.totals().calls());
    assertThat((long) model.calls().failedCount())
        .isEqualTo(result.totals().failedCalls())
        .isPositive();
    for (CallOutcome call : result.callList()) {
      int row = model.calls().rowOf(call.number());
      assertThat(model.calls().bits(row)).as(call.name()).isEqualTo(call.bits());
      assertThat(model.calls().started(row)).isEqualTo(call.startNanos());
      assertThat(model.calls().sync(row)).isEqualTo(call.sync());
      assertThat(model.calls().notified(row)).isEqualTo(call.callbackNanos());
    }
    for (int row = 0; row < bios.count(); row++) {
      assertThat(model.faults().ruleOf(bios.number(row), bios.device(row)) >= 0)
          .isEqualTo(bios.failed(row));
    }
  }

  @Test
  void realRun_poolsAreDrawnAsTheirBooksSay() {
    RunResult result = RealRun.run(300, RunListener.NONE);
    RunModel model = RunModel.of(result);

    for (int i = 0; i < model.pools().size(); i++) {
      PoolTrack pool = model.pools().get(i);
      var books = result.pools().get(i).books();
      int last = pool.steps() - 1;
      assertThat(pool.reserve(last)).as(pool.name()).isEqualTo(books.reserve());
      assertThat(pool.out(last)).isEqualTo(books.out());
      assertThat(pool.minNr(last)).isEqualTo(books.minNr());
      assertThat(pool.waiting(last)).isEqualTo(books.waiting());
    }
  }

  @Test
  void listener_andLog_giveTheSameLatencies() {
    LatencyRecorder heard = new LatencyRecorder();
    RunModel model = RunModel.of(RealRun.run(300, heard));
    LatencyStat drawn = Latencies.of(model).calls();

    assertThat(heard.calls().count()).isEqualTo(drawn.count()).isEqualTo(301);
    for (Latencies.Percentile p : Latencies.SHOWN) {
      assertThat(heard.calls().percentile(p.percent())).isEqualTo(drawn.percentile(p.percent()));
    }
  }

  private static List<Long> steps(PoolTrack pool, String what) {
    return IntStream.range(0, pool.steps())
        .mapToObj(
            step ->
                switch (what) {
                  case "reserve" -> pool.reserve(step);
                  case "waiting" -> pool.waiting(step);
                  default -> pool.out(step);
                })
        .toList();
  }
}
