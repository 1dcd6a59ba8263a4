package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.verify;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Comparison;
import io.dmio.check.Failure;
import io.dmio.device.Survival;
import io.dmio.testbed.RunExpectation.ComparedExpectation;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ComparedRunTest {

  private static final int A = 0;
  private static final int B = 1;

  /** A write of 3 sectors is in flight when the host dies for good, each old or new: 8 states. */
  private static WorldSpecs eightStates() {
    return world()
        .disks("a")
        .task("writer", get(1), write("w", at(A, 0, 3)))
        .event(new When.At(40_000), new CrashHost(Survival.EACH, 1_000));
  }

  private static WorldSpecs threeCalls() {
    return world()
        .disks("a", "b")
        .task(
            "t",
            get(1),
            write("w", at(A, 0, 8), at(B, 8, 8)),
            writeAsync("x", at(A, 16, 8)),
            waitForAll(),
            verify("v", at(B, 8, 8), "w"),
            put(1));
  }

  private static RunExpectation expect(Check check, @Nullable Comparison what, Quantity count) {
    return new RunExpectation(
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        List.of(new ComparedExpectation(check, what, count)));
  }

  @Test
  void everyComparison_isCountedOnce() {
    Compared compared = threeCalls().run().findings().compared();

    assertThat(compared.of(Comparison.SYNC_BITS)).isEqualTo(2);
    assertThat(compared.of(Comparison.ASYNC_BITS)).isEqualTo(1);
    assertThat(compared.of(Comparison.RETURNS)).isEqualTo(3);
    assertThat(compared.of(Comparison.GETS_AND_PUTS)).isEqualTo(2);
    assertThat(compared.of(Comparison.HELD_PAGES)).isEqualTo(2);
    assertThat(compared.of(Comparison.BIO_ENDS)).isEqualTo(2 * 4);
    assertThat(compared.of(Comparison.IOS)).isEqualTo(1);
    assertThat(compared.of(Comparison.SHAPES)).isEqualTo(4);
    assertThat(compared.of(Comparison.FLAGS)).isEqualTo(4);
    assertThat(compared.of(Comparison.REGIONS)).isEqualTo(4);
    assertThat(compared.of(Comparison.READ_SECTORS)).isEqualTo(8);
    assertThat(compared.of(Comparison.SECTORS_AT_REST)).isEqualTo(3 * 8);
    assertThat(compared.of(Comparison.VERIFIED)).isEqualTo(8);
    assertThat(compared.of(Check.ERROR_BITS)).isEqualTo(3);
    assertThat(compared.of(Check.DURABILITY)).isZero();
    assertThat(compared.of(Check.INTEGRITY)).isZero();
  }

  @Test
  void skippedCheck_countsNothing_andChangesNoOtherCount() {
    Compared all = threeCalls().run().findings().compared();
    Compared without = threeCalls().skip(Check.SHAPE).run().findings().compared();

    assertThat(without.isSkipped(Check.SHAPE)).isTrue();
    assertThat(without.of(Check.SHAPE)).isZero();
    assertThat(all.of(Check.SHAPE)).isPositive();
    assertThat(without.of(Check.DATA)).isEqualTo(all.of(Check.DATA)).isPositive();
  }

  @Test
  void countsOfAllStates_addUp() {
    Compared compared = eightStates().run().findings().compared();

    assertThat(compared.of(Comparison.RESTS)).isEqualTo(8);
    assertThat(compared.of(Comparison.SECTORS_AT_REST)).isEqualTo(8 * 8);
    assertThat(compared.of(Comparison.GETS_AND_PUTS)).isEqualTo(8);
  }

  @Test
  void countsOfAllBoots_addUp() {
    Compared compared =
        eightStates().taskOf(2, "again", get(1), put(1)).run().findings().compared();

    assertThat(compared.of(Comparison.GETS_AND_PUTS)).isEqualTo(8 * 3);
    assertThat(compared.of(Comparison.RESTS)).isEqualTo(8);
  }

  @Test
  void demandThatIsMet_passes() {
    Quantity atLeast = new Quantity(1, Long.MAX_VALUE);

    assertThat(threeCalls().expect(expect(Check.DATA, null, atLeast)).run().failures()).isEmpty();
    RunExpectation states = expect(Check.PROGRESS, Comparison.RESTS, Quantity.of(8));
    assertThat(eightStates().expect(states).run().failures()).isEmpty();
  }

  @Test
  void demandThatIsNotMet_failsExpect() {
    Quantity few = new Quantity(1, 2);
    RunResult result = threeCalls().expect(expect(Check.DATA, Comparison.READ_SECTORS, few)).run();

    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.EXPECT);
    assertThat(result.failures().get(0).message())
        .isEqualTo(
            "data.reads should compare 1-2, and compared 8"
                + " (sectors in memory that reads have brought)");
    RunResult none =
        threeCalls().expect(expect(Check.DURABILITY, null, new Quantity(1, Long.MAX_VALUE))).run();
    assertThat(none.failures().get(0).message())
        .isEqualTo("durability should compare at least 1, and compared 0 (in all)");
  }

  @Test
  void demand_isNotJudged_whereALimitHasEndedTheRun() {
    RunExpectation much = expect(Check.DATA, null, Quantity.of(1_000_000));
    RunResult result = threeCalls().limits(Long.MAX_VALUE, 10).expect(much).run();

    assertThat(result.verdict()).isEqualTo(Verdict.LIMIT);
    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.PROGRESS);
  }

  @Test
  void demands_changeNoDigest() {
    RunResult free = threeCalls().run();
    RunResult bound = threeCalls().expect(expect(Check.DATA, null, Quantity.of(1))).run();

    assertThat(bound.digests().fingerprint()).isEqualTo(free.digests().fingerprint());
    assertThat(bound.digests().outcome()).isEqualTo(free.digests().outcome());
  }

  @Test
  void comparisonOfAnotherCheck_isRefused() {
    assertThatThrownBy(() -> new ComparedExpectation(Check.DATA, Comparison.FLAGS, Quantity.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape.flags is not of data");
  }
}
