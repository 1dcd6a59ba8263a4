package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.call;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.engine.Refusal;
import io.dmio.fault.FaultOp;
import io.dmio.sim.LogMode;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.CallExpectation.BioCount;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expectations of steps and runs, and the verdict that follows. */
final class VerdictTest {

  private static Step write(CallExpectation expect, RegionSpec... regions) {
    return call("w", RequestOp.WRITE, true, expect, MemorySpec.DEFAULT, regions);
  }

  private static WorldSpecs oneBadWrite(CallExpectation expect) {
    return world()
        .disks("a", "b")
        .bad(1, 3, 1, FaultOp.WRITE)
        .task("t", get(1), write(expect, at(0, 0, 8), at(1, 0, 8)), put(1));
  }

  private static CallExpectation bits(long bits) {
    return new CallExpectation(null, bits, null, List.of());
  }

  @Test
  void metExpectations_pass() {
    CallExpectation expect =
        new CallExpectation(
            Errno.EIO,
            0b10L,
            null,
            List.of(
                new BioCount(0, Quantity.of(1)), new BioCount(1, new Quantity(1, Long.MAX_VALUE))));
    WorldSpecs world =
        oneBadWrite(expect)
            .expect(
                new RunExpectation(
                    null,
                    List.of(new RunExpectation.Fired(0, new Quantity(1, 3))),
                    Quantity.of(1),
                    List.of(
                        new RunExpectation.PoolExpectation(
                            "engine.bios", Quantity.of(16), Quantity.of(0)))));

    RunResult result = world.run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void wrongBits_failExpect_withBothInWords() {
    Failure failure = oneBadWrite(bits(0b01)).run().failures().get(0);

    assertThat(failure.check()).isEqualTo(Check.EXPECT);
    assertThat(failure.expected()).isEqualTo("error bits 0b01");
    assertThat(failure.actual()).isEqualTo("error bits 0b10");
    assertThat(failure.step()).isEqualTo("w");
  }

  @Test
  void wrongErrno_failsExpect() {
    CallExpectation expect = new CallExpectation(Errno.OK, null, null, List.of());

    assertThat(oneBadWrite(expect).run().failures())
        .extracting(Failure::message)
        .containsExactly("w should return OK, not EIO");
  }

  @Test
  void wrongBioCount_failsExpect() {
    CallExpectation expect =
        new CallExpectation(null, null, null, List.of(new BioCount(1, Quantity.of(2))));

    assertThat(oneBadWrite(expect).run().failures())
        .extracting(Failure::message)
        .containsExactly("w should send 2 bios to b, and sent 1");
  }

  @Test
  void expectedRefusal_passes_andAMissingOneFailsExpect() {
    CallExpectation expect = new CallExpectation(null, null, Refusal.NO_POOL, List.of());

    RunResult refused = world().disks("a").task("t", write(expect, at(0, 0, 8))).run();
    RunResult accepted = oneBadWrite(expect).run();

    assertThat(refused.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(accepted.failures())
        .extracting(Failure::message)
        .containsExactly("w should be refused by no-pool, not accepted");
  }

  @Test
  void runExpectationsThatDoNotHold_failExpect() {
    RunExpectation expect =
        new RunExpectation(
            null,
            List.of(new RunExpectation.Fired(0, Quantity.of(2))),
            new Quantity(2, Long.MAX_VALUE),
            List.of(
                new RunExpectation.PoolExpectation(
                    "engine.ios", Quantity.of(0), new Quantity(2, 3))));

    RunResult result = oneBadWrite(CallExpectation.NONE).expect(expect).run();

    assertThat(result.failures()).hasSize(4).extracting(Failure::check).containsOnly(Check.EXPECT);
    assertThat(result.failures().get(0).message())
        .isEqualTo("rule bad-0 should set in 2 times, and it was 1");
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void expectedFailure_isOne_onlyIfItIsTheFirst() {
    assertThat(oneBadWrite(bits(0)).fails(Check.EXPECT).run().verdict())
        .isEqualTo(Verdict.EXPECTED_FAILURE);
    assertThat(oneBadWrite(bits(0)).fails(Check.DATA).run().verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void expectedFailure_thatDoesNotCome_failsExpect() {
    RunResult result = oneBadWrite(CallExpectation.NONE).fails(Check.DATA).run();

    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.failures())
        .singleElement()
        .extracting(Failure::check)
        .isEqualTo(Check.EXPECT);
  }

  @Test
  void skippedCheck_neverFails() {
    RunResult result = oneBadWrite(bits(0)).skip(Check.EXPECT).run();

    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void manyFailures_areAllCounted_andTheFirstKept() {
    Step refused = new Step.Repeat(Quantity.of(150), List.of(put(9)));

    RunResult result = world().disks("a").task("t", refused).run();

    assertThat(result.findings().failureCount()).isEqualTo(150);
    assertThat(result.failures()).hasSize(RunResult.MOST_FAILURES);
  }

  @Test
  void defectOfTheSimulator_saysWhereItHappened() {
    RunListener broken =
        new RunListener() {
          @Override
          public void callEnded(int call, RequestOp op, long start, long end, long bits) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void bioEnded(
              int device, RequestOp op, long submit, long end, long bytes, boolean ok) {}
        };
    WorldSpec spec = oneBadWrite(CallExpectation.NONE).seed(7).build();

    assertThatThrownBy(() -> Testbed.run(spec, new RunOptions(LogMode.NONE, broken, null)))
        .isInstanceOf(DefectException.class)
        .hasMessageContaining("scenario test")
        .hasMessageContaining("seed 0x7")
        .hasMessageContaining("virtual time 80000 ns")
        .hasMessageContaining("on purpose");
  }
}
