package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.call;
import static io.dmio.testbed.WorldSpecs.load;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.verify;
import static io.dmio.testbed.WorldSpecs.waitFor;
import static io.dmio.testbed.WorldSpecs.world;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.check.Loss;
import io.dmio.device.Survival;
import io.dmio.fault.SilentKind;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.Action.PowerCut;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole worlds in which power fails and disks lie. */
final class LossesRunTest {

  private static final int FUA = RequestFlag.FUA.bit();
  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();

  /** Sectors 0-7 are written durably, written again and flushed; then power takes what it may. */
  private static WorldSpecs story() {
    return world()
        .linux("main")
        .cached("c", QueueLimits.UNLIMITED)
        .task(
            "writer",
            call("old", RequestOp.WRITE, FUA, 0, at(0, 0, 8)),
            waitFor("old"),
            call("new", RequestOp.WRITE, 0, 0, at(0, 0, 8)),
            waitFor("new"),
            call("flush", RequestOp.WRITE, PREFLUSH, 0, at(0, 0, 0)),
            waitFor("event-0"),
            read("r", at(0, 2, 3)))
        .event(new When.After("flush", 0), new PowerCut(List.of(0), Survival.NONE, 0));
  }

  private static RunExpectation expect(@Nullable Check fails, long losses) {
    return new RunExpectation(fails, List.of(), null, List.of(), Quantity.of(losses), null);
  }

  private static RunResult lying(RunExpectation expectation) {
    return story().silent(0, new SilentKind.FlushLie()).expect(expectation).run();
  }

  @Test
  void honestFlush_losesNothing() {
    RunResult result = story().expect(expect(null, 0)).run();

    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.findings().lossCount()).isZero();
  }

  @Test
  void flushLie_isACountedLoss_withItsRule() {
    RunResult result = lying(RunExpectation.NONE);

    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.findings().lossCount()).isEqualTo(8);
    assertThat(result.findings().losses())
        .extracting(Loss::sector, Loss::count, Loss::rule, Loss::expected, Loss::actual)
        .containsExactly(
            tuple(2L, 3L, 0, "what new wrote", "what old wrote"),
            tuple(0L, 2L, 0, "what new wrote", "what old wrote"),
            tuple(5L, 3L, 0, "what new wrote", "what old wrote"));
  }

  @Test
  void integrity_ofAFlushLieWhereNoLossIsExpected_fails() {
    RunResult result = lying(expect(Check.INTEGRITY, 0));

    assertThat(result.verdict()).isEqualTo(Verdict.EXPECTED_FAILURE);
    assertThat(result.failures()).extracting(Failure::check).containsOnly(Check.INTEGRITY);
    assertThat(result.failures().get(0).message())
        .isEqualTo(
            "the memory of r is wrong: of c, sectors 2-4 hold what old wrote,"
                + " should hold what new wrote, because of the rule silent-0");
    assertThat(result.failures().get(0).rule()).isZero();
  }

  @Test
  void lossesOtherThanExpected_failTheExpectation() {
    assertThat(lying(expect(null, 8)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(lying(expect(null, 7)).failures())
        .extracting(Failure::check)
        .containsExactly(Check.EXPECT);
  }

  @Test
  void verify_staysStrict_whateverExplainsWhatItFinds() {
    RunResult result =
        story()
            .silent(0, new SilentKind.FlushLie())
            .taskOf(1, "judge", waitFor("r"), verify("v", at(0, 0, 8), "new"))
            .run();

    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.EXPECT);
    assertThat(result.findings().lossCount()).isEqualTo(8);
  }

  @Test
  void randomLoads_onHonestDisks_failNothing_whereverTheHostDies() {
    for (int seed = 0; seed < 60; seed++) {
      RunResult result =
          world()
              .linux("main")
              .cached("a", QueueLimits.UNLIMITED)
              .cached("b", QueueLimits.UNLIMITED)
              .seed(seed)
              .task("one", load(LoadSpec.Pattern.RANDRW, 200, 8, 2, 0, 1))
              .taskOf(2, "two", load(LoadSpec.Pattern.RANDRW, 200, 8, 2, 0, 1))
              .event(new When.At(400_000 + seed * 17_000L), new CrashHost(Survival.RANDOM, 100_000))
              .expect(expect(null, 0))
              .run();
      assertThat(result.failures()).as("seed " + seed).isEmpty();
    }
  }
}
