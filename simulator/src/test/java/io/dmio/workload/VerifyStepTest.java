package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.B;
import static io.dmio.workload.Steps.at;
import static io.dmio.workload.Steps.repeat;
import static io.dmio.workload.Steps.verify;
import static io.dmio.workload.Steps.with;
import static io.dmio.workload.Steps.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Tags;
import org.junit.jupiter.api.Test;

final class VerifyStepTest {

  private final TestWorld world = new TestWorld();

  @Test
  void whatANamedWriteWrote_holds() {
    Step.Call pattern = with(write("p", at(B, 64, 8)), new DataSpec.Pattern(3));
    world.run(
        write("w", at(A, 32, 16), at(B, 48, 16)),
        pattern,
        verify("v", at(A, 34, 10), "w"),
        verify("v2", at(B, 60, 12), "w", "p"));

    assertThat(world.complaints).isEmpty();
    assertThat(world.namesOfCalls()).containsExactly("w", "p", "v", "v2");
    assertThat(world.started.get(2).sync()).isTrue();
    assertThat(world.moments.isReached("v")).isTrue();
  }

  @Test
  void initial_isTheContentBeforeTheRun() {
    world.run(verify("v", at(A, 0, 8), "initial"), verify("v2", at(B, 0, 8), "initial"));

    assertThat(world.complaints).isEmpty();
  }

  @Test
  void wrongSectors_areToldAsRangesInWords() {
    world.run(
        write("w17", at(B, 2048, 8)),
        write("w9", at(B, 2051, 5)),
        verify("v", at(B, 2048, 8), "w17"));

    assertThat(world.complaints)
        .containsExactly(
            new Complaint(
                0,
                "v",
                2,
                at(B, 2051, 5),
                new Complaint.Found("w17", "w9"),
                "b@2051-2055 hold w9, should hold w17"));
  }

  @Test
  void wrongSectors_areSplitWhereTheyHoldOtherThings() {
    world.run(
        write("w", at(A, 8, 8)),
        meddle(
            () -> {
              world.io.store(A).setTag(9, Tags.ZERO);
              world.io.store(A).setTag(10, TestWorld.CONTENT_OF_A.tag(10));
              world.io.store(A).setTag(11, Tags.pattern(99, 0));
              world.io.store(A).setTag(12, Tags.pattern(98, 0));
              world.io.store(A).setTag(14, Tags.stamp(0, 0));
            }),
        verify("v", at(A, 8, 8), "w"));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly(
            "a@9 holds zeroes, should hold w",
            "a@10 holds its initial content, should hold w",
            "a@11-12 hold a pattern, should hold w",
            "a@14 holds w of another place, should hold w");
  }

  @Test
  void severalNames_areAlternatives() {
    world.run(
        write("w", at(A, 8, 2)),
        with(write("other", at(A, 9, 1)), new DataSpec.Pattern(99)),
        verify("v", at(A, 7, 4), "w", "initial"));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly("a@9 holds a pattern, should hold w or initial");
  }

  @Test
  void writesThatNoVerifyNames_areToldByTheirStamps() {
    world.run(write("w", at(A, 8, 4)), write("x", at(A, 9, 1)), verify("v", at(A, 8, 4), "w"));

    assertThat(world.complaints).extracting(Complaint::actual).containsExactly("x");
  }

  @Test
  void writeThatWasNotMade_holdsNothing() {
    world.run(verify("v", at(B, 8, 1), "later"));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly("b@8 holds zeroes, should hold later");
  }

  @Test
  void readThatFails_isOneComplaint() {
    world.io.plan("v", FakeIo.Plan.failing(1));

    world.run(verify("v", at(B, 8, 4), "initial"));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly("b@8+4 could not be read: EIO");
  }

  @Test
  void names_inARepetition_areThoseOfTheRound_andOutsideOfTheRoundThatIsNamed() {
    world.run(
        repeat(3, write("w", at(A, 8, 4)), verify("v", at(A, 8, 4), "w")),
        verify("last", at(A, 8, 4), "w[3]"),
        verify("wrong", at(A, 8, 4), "w[2]"));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly("a@8-11 hold w[3], should hold w[2]");
  }

  private static Step.Java meddle(Runnable action) {
    return new Step.Java(
        "meddle",
        () ->
            host -> {
              action.run();
              host.finish();
            });
  }
}
