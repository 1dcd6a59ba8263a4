package io.dmio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.model.Happening.Kind;
import io.dmio.report.CutRun;
import io.dmio.report.figures.Mark;
import io.dmio.sim.EventKind;
import io.dmio.story.Wording;
import io.dmio.testbed.RunResult.RuleResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HappeningTableTest {

  private static final int OFFLINE = BlockStatus.OFFLINE.ordinal();

  @Test
  void bioThatEndsWithoutPower_isTheDoingOfTheCut_untilPowerIsBack() {
    FakeRun run = new FakeRun();
    run.rules.add(new RuleResult(0, "liar", 1, 1, true));
    run.call(0, 0, RequestOp.WRITE, true, 1, 8);
    run.submit(1, 0, 0, 2, 0, 4096, 0);
    run.fault(0, 0, 2, 0, 8, 1);
    run.at(10, EventKind.ACTION, 4, 0, 0, 0, 0);
    run.at(10, EventKind.POWER, 2, 0, 0, 1, 0);
    run.end(1, 10, OFFLINE, 2, 0, 0);
    run.at(20, EventKind.POWER, 2, 1, 0, 0, 0);
    run.submit(2, 30, 0, 2, 0, 4096, 0);
    run.end(2, 40, OFFLINE, 2, 0, 0);
    RunModel model = RunModel.of(run.result());

    Happening cause = model.happenings().causeOf(1);
    assertThat(cause).isNotNull().extracting(Happening::nanos).isEqualTo(10L);
    assertThat(model.happenings().causeOf(2)).isNull();
    assertThat(model.ruleThatFailed(model.bios().rowOf(1))).isEqualTo(-1);
    assertThat(model.faults().silentRuleOf(1)).isZero();
  }

  @Test
  void bioThatEndsWithoutPath_isTheDoingOfWhatBrokeIt() {
    FakeRun run = new FakeRun();
    run.rules.add(new RuleResult(0, "bad", 1, 1, false));
    run.at(10, EventKind.POWER, 1, 2, 0, 0, 0);
    run.submit(1, 20, 0, 1, 0, 4096, 0);
    run.end(1, 20, OFFLINE, 1, 0, 0);
    run.at(30, EventKind.POWER, 1, 3, 0, 0, 0);
    run.submit(2, 40, 0, 1, 0, 4096, 0);
    run.fault(50, 0, 1, 0, 8, 2);
    run.end(2, 50, OFFLINE, 1, 0, 0);
    RunModel model = RunModel.of(run.result());

    assertThat(model.happenings().all())
        .extracting(Happening::kind, Happening::devices)
        .containsExactly(tuple(Kind.OFFLINE, List.of(1)), tuple(Kind.ONLINE, List.of(1)));
    assertThat(model.happenings().causeOf(1)).isNotNull();
    assertThat(model.happenings().causeOf(2)).isNull();
    assertThat(model.ruleThatFailed(model.bios().rowOf(2))).isZero();
  }

  @Test
  void crash_losesWhatIsUnderWay_andNothingElse() {
    FakeRun run = new FakeRun();
    run.at(0, EventKind.POOL_RESIZE, 1, 0, 0, 16, 0);
    run.call(0, 0, RequestOp.WRITE, false, 1, 8);
    run.submit(1, 0, 0, 0, 0, 4096, 0);
    run.end(1, 5, 0, 0, 0, 0);
    run.returned(0, 5, io.dmio.block.Errno.OK, 0, true);
    run.call(1, 6, RequestOp.WRITE, false, 1, 8);
    run.submit(2, 6, 0, 0, 0, 4096, 1);
    run.at(10, EventKind.CRASH, 0, 1, 1, 1, 0);
    run.at(20, EventKind.BOOT, 0, 2, 0, 0, 0);
    run.call(2, 30, RequestOp.READ, false, 1, 8);
    run.submit(3, 30, 0, 0, 0, 4096, 2);
    RunModel model = RunModel.of(run.result());

    assertThat(List.of(model.calls().lost(0), model.calls().lost(1), model.calls().lost(2)))
        .containsExactly(-1L, 10L, -1L);
    assertThat(List.of(model.bios().outcome(0), model.bios().outcome(1), model.bios().outcome(2)))
        .containsExactly("OK", "LOST", "NOT ENDED");
    assertThat(model.bioEnd(1)).isEqualTo(10);
    assertThat(model.bios().slot(2)).as("the row of the lost one is free").isZero();
    assertThat(model.calls().boot(1)).isEqualTo(1);
    assertThat(model.calls().boot(2)).isEqualTo(2);
    PoolTrack pool = model.pools().get(1);
    assertThat(pool.reserve(pool.steps() - 1)).as("the pool died as well").isZero();
    assertThat(model.calls().failedCount()).isZero();
  }

  @Test
  void oneEvent_isOneMark_whateverItDid() {
    CutRun run = CutRun.of(CutRun.CUT);
    assertThat(Mark.of(run.model(), new Wording(run.result(), run.source()), 99))
        .extracting(Mark::nanos, Mark::kind, Mark::label)
        .containsExactly(
            tuple(240_000L, "cut", "power cut: a, b"),
            tuple(340_000L, "power", "power back: a, b"),
            tuple(500_000L, "crash", "host dies"),
            tuple(550_000L, "boot", "boot 2"),
            tuple(600_000L, "other", "quiet"),
            tuple(600_000L, "other", "quiet"));
  }

  @Test
  void realRun_losesAsManyCallsAsTheTestbedCounted() {
    CutRun run = CutRun.of(CutRun.CUT);
    RunModel model = run.model();
    long lost = 0;
    for (int row = 0; row < model.calls().count(); row++) {
      lost += model.calls().lost(row) < 0 ? 0 : 1;
    }
    assertThat(lost).isEqualTo(run.result().totals().lostCalls()).isPositive();
  }
}
