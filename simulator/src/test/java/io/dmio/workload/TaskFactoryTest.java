package io.dmio.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import io.dmio.workload.Complaint.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TaskFactoryTest {

  private final TestWorld world = new TestWorld();
  private final RecordingWatch watch = new RecordingWatch();

  @Test
  void object_keepsItsStateForWhoeverMadeIt() {
    Counter counter = new Counter();

    world.run(TaskSpec.ofCode(0, "counter", TaskFactory.of(() -> counter, watch)));

    assertThat(counter.heard).containsExactly(0L, 0L, 0L);
    assertThat(world.namesOfCalls()).containsExactly("counter[1]", "counter[2]", "counter[3]");
    assertThat(world.moments.isReached("counter")).isTrue();
  }

  @Test
  void constructor_makesATaskForEachRun() {
    List<Counter> made = new ArrayList<>();
    TaskFactory factory =
        () -> {
          made.add(new Counter());
          return made.get(made.size() - 1);
        };

    world.run(TaskSpec.ofCode(0, "first", factory), TaskSpec.ofCode(1, "second", factory));

    assertThat(made).hasSize(2).allSatisfy(task -> assertThat(task.heard).hasSize(3));
  }

  @Test
  void lambda_isWatchedLikeALoadedClass() {
    world.run(TaskSpec.ofCode(0, "t", TaskFactory.of(() -> TaskFactoryTest::sleepOnce, watch)));

    assertThat(watch.said).containsExactly("entered", "left", "entered", "left");
  }

  @Test
  void whatALambdaThrows_endsItsTask_andNotTheRun() {
    Workload workload =
        world.run(
            TaskSpec.ofCode(0, "t", TaskFactory.of(() -> TaskFactoryTest::breakDown, watch)),
            TaskSpec.ofCode(1, "other", () -> TaskFactoryTest::sleepOnce));

    assertThat(world.complaints)
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.kind()).isEqualTo(Kind.THROWN);
              assertThat(complaint.message()).contains("the code of task t", "no more room");
            });
    assertThat(watch.said).containsExactly("entered", "threw", "left");
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  void whatASupplierThrows_isOfTheTask() {
    TaskFactory broken =
        TaskFactory.of(
            () -> {
              throw new IllegalStateException("cannot be made");
            },
            CodeWatch.NONE);

    Workload workload = world.run(TaskSpec.ofCode(0, "t", broken));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .singleElement()
        .asString()
        .contains("cannot be made");
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  @SuppressWarnings("NullAway") // what a user may do all the same
  void noTask_isAMisuse() {
    world.run(TaskSpec.ofCode(0, "t", TaskFactory.of(() -> null, CodeWatch.NONE)));

    assertThat(world.complaints)
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.kind()).isEqualTo(Kind.MISUSE);
              assertThat(complaint.message()).endsWith("the task of create is null");
            });
  }

  private static void sleepOnce(Host host) {
    host.after(5, host::finish);
  }

  private static void breakDown(Host host) {
    throw new IllegalStateException("no more room at " + host.now());
  }

  /** Writes three times, and remembers what it heard. */
  private static final class Counter implements Task {

    private final List<Long> heard = new ArrayList<>();

    @Override
    public void start(Host host) {
      host.async(
          RequestOp.WRITE,
          List.of(host.region("a", 0, 8)),
          host.pages(1),
          bits -> {
            heard.add(bits);
            if (heard.size() == 3) {
              host.finish();
            } else {
              host.after(0, () -> start(host));
            }
          });
    }
  }

  private static final class RecordingWatch implements CodeWatch {

    private final List<String> said = new ArrayList<>();

    @Override
    public void entered() {
      said.add("entered");
    }

    @Override
    public void left() {
      said.add("left");
    }

    @Override
    public void threw(Throwable thrown) {
      said.add("threw");
    }

    @Override
    public @Nullable String objection() {
      return null;
    }
  }
}
