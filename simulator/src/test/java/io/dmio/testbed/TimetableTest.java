package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.device.HoldOrder;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.LogMode;
import io.dmio.testbed.WorldEvent.Action.Release;
import io.dmio.testbed.WorldEvent.When;
import org.junit.jupiter.api.Test;

/** When what is done from outside happens, told by a disk that holds its bios until then. */
final class TimetableTest {

  private static final long LATENCY_NANOS = 80_000;

  private static RunResult run(When when, HoldOrder order) {
    return Testbed.run(
        world()
            .holding("a", order)
            .event(when, new Release(0))
            .task(
                "t",
                get(4),
                writeAsync("u", at(0, 0, 8)),
                writeAsync("w", at(0, 8, 8)),
                waitForAll(),
                put(4))
            .build(),
        new RunOptions(LogMode.FULL, RunListener.NONE, null));
  }

  private static long timeOf(RunResult result, EventKind kind) {
    EventLog log = result.log();
    for (long record = 0; record < log.count(); record++) {
      if (log.kind(record) == kind) {
        return log.time(record);
      }
    }
    throw new AssertionError("no " + kind);
  }

  @Test
  void at_isATimeFromTheStart() {
    RunResult result = run(new When.At(5_000), HoldOrder.FIFO);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(timeOf(result, EventKind.ACTION)).isEqualTo(5_000);
    assertThat(result.totals().virtualTimeNanos()).isEqualTo(5_000 + LATENCY_NANOS);
  }

  @Test
  void after_waitsForItsMomentAndThenItsDelay() {
    RunResult result =
        Testbed.run(
            world()
                .holding("a", HoldOrder.LIFO)
                .event(new When.After("event-1", 300), new Release(0))
                .event(new When.At(1_000), new Release(0))
                .task("t", get(4), put(4))
                .build(),
            RunOptions.PLAIN);
    assertThat(result.totals().virtualTimeNanos()).isEqualTo(1_300);
  }

  @Test
  void atBio_happensOnceThatBioIsAtItsDevice() {
    RunResult result = run(new When.AtBio("w", 0, 0), HoldOrder.LIFO);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.totals().virtualTimeNanos()).isEqualTo(LATENCY_NANOS);
  }

  @Test
  void atEvent_happensAfterThatRecord() {
    RunResult result = run(new When.AtEvent(6), HoldOrder.FIFO);
    EventLog log = result.log();
    for (long record = 0; record < 7; record++) {
      assertThat(log.kind(record)).isNotEqualTo(EventKind.ACTION);
    }
    assertThat(result.verdict()).isNotEqualTo(Verdict.LIMIT);
    assertThat(timeOf(result, EventKind.ACTION)).isZero();
  }

  @Test
  void momentThatNeverComes_leavesTheBiosHeldAndTheRunHanging() {
    RunResult result = run(new When.After("nothing", 0), HoldOrder.FIFO);
    assertThat(result.failures().get(0).message()).contains("w");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }
}
