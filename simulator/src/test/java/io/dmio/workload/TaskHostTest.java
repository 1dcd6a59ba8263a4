package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.B;
import static io.dmio.workload.Steps.mark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.engine.Dialect;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.sim.EventKind;
import io.dmio.sim.KernelBug;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaskHostTest {

  private final TestWorld world = new TestWorld();
  private final List<String> said = new ArrayList<>();

  @Test
  void carelessMirror_goesOnAfterAFailedCopy() {
    world.io.otherwise(FakeIo.Plan.after(10)).plan("mirror[3]", FakeIo.Plan.failing(0b10));

    world.run(new Step.Java("mirror", CarelessMirror::new), mark("m"));

    assertThat(world.heard).contains("30 notified mirror[3] 0x2", "100 ended mirror[10]");
    assertThat(world.io.poolCalls).containsExactly("get 1", "put 1");
    assertThat(world.io.store(A).tag(17)).isNotEqualTo(TestWorld.CONTENT_OF_A.tag(17));
    assertThat(world.io.store(B).tag(17)).isEqualTo(Tags.ZERO);
    assertThat(world.moments.timeOf("m")).isEqualTo(100);
    assertThat(world.moments.timeOf("mirror")).isEqualTo(100);
    assertThat(world.words()).startsWith("pool mirror OK");
  }

  @Test
  void pages_holdDataOfTheirOwn() {
    java(
        host -> {
          var first = host.pages(2);
          var second = host.pages(1);
          long[] tags = world.buffers.read(first, 16);
          assertThat(tags).doesNotHaveDuplicates();
          assertThat(world.buffers.read(second, 8)).doesNotContain(tags);
          host.finish();
        });

    assertThat(world.complaints).isEmpty();
  }

  @Test
  void asyncCall_hasBothMoments_andTheCallbackRunsInsideTheCall() {
    IoCallback callback =
        new IoCallback() {
          @Override
          public void returned(IoRequest request, IoReturn result) {
            said.add("returned " + result.errno() + " at " + world.io.depth);
          }

          @Override
          public void notified(IoRequest request, long bits) {
            said.add("notified " + bits + " at " + world.io.depth);
          }
        };
    java(
        host -> {
          host.async(RequestOp.WRITE, List.of(host.region("a", 0, 8)), host.pages(1), callback);
          said.add("made");
          host.finish();
        });

    assertThat(said).containsExactly("notified 0 at 2", "returned OK at 1", "made");
  }

  @Test
  void syncCall_hearsWhatItReturned() {
    world.io.otherwise(FakeIo.Plan.failing(1));
    java(
        host ->
            host.sync(
                RequestOp.WRITE,
                List.of(host.region("a", 0, 8)),
                host.pages(1),
                result -> {
                  said.add(result.errno() + " " + result.bits() + " at " + host.now());
                  host.finish();
                }));

    assertThat(said).containsExactly("EIO 1 at 10");
  }

  @Test
  void io_isFollowedLikeAnyCall_whenItsNumberIsFromNextCall() {
    java(
        host -> {
          int call = host.nextCall("mine");
          IoRequest request =
              IoRequest.of(
                  call, RequestOp.READ, true, host.pages(1), List.of(host.region("b", 0, 8)));
          host.io().submit(request, hearing());
          host.io().get(3);
          said.add(host.io().dialect().toString());
          host.finish();
        });

    assertThat(world.words()).startsWith("started mine", "returned mine OK", "ended mine");
    assertThat(world.moments.isReached("mine")).isTrue();
    assertThat(said).containsExactly("returned", Dialect.CLASSIC.toString());
    assertThat(world.io.poolCalls).containsExactly("get 3");
  }

  @Test
  void callback_hearsTheBitsOnce_evenIfTheEngineSaysThemTwice() {
    java(
        host ->
            host.async(
                RequestOp.WRITE,
                List.of(host.region("a", 0, 8)),
                host.pages(1),
                (long bits) -> {
                  said.add("bits " + bits);
                  host.finish();
                }));
    world.io.lastCallback.notified(world.io.requests.get(0), 7);

    assertThat(said).containsExactly("bits 0");
    assertThat(world.words()).endsWith("notified j[1] 0x7");
  }

  @Test
  void writes_canBeVerifiedByTheirNames() {
    world.io.otherwise(FakeIo.Plan.after(10)).plan("mirror[3]", FakeIo.Plan.failing(0b10));

    world.run(
        new Step.Java("mirror", CarelessMirror::new),
        Steps.verify("first", Steps.at(A, 16, 8), "mirror[3]"),
        Steps.verify("second", Steps.at(B, 8, 16), "mirror[2]", "mirror[3]"));

    assertThat(messages())
        .containsExactly("b@16-23 hold zeroes, should hold mirror[2] or mirror[3]");
  }

  @Test
  void number_canBeUsedOnce() {
    java(
        host -> {
          IoRequest request =
              IoRequest.of(
                  host.nextCall("x"),
                  RequestOp.READ,
                  true,
                  host.pages(1),
                  List.of(host.region("b", 0, 8)));
          host.io().submit(request, hearing());
          host.io().submit(request, hearing());
        });

    assertThat(messages())
        .containsExactly(
            "the code of task t used its host wrongly: call 0 needs a number of its own:"
                + " take one with nextCall");
    assertThat(world.io.submitted).isEqualTo(1);
  }

  @Test
  void time_goesOnInAfter() {
    java(
        host ->
            host.after(
                25,
                () -> {
                  said.add("at " + host.now());
                  host.mark("m");
                  host.finish();
                }));

    assertThat(said).containsExactly("at 25");
    assertThat(world.moments.timeOf("m")).isEqualTo(25);
    assertThat(world.records(EventKind.MARK)).containsExactly(List.of(0L, 0L, 0L, 0L));
  }

  @Test
  void random_isAStreamOfTheTask() {
    java(
        host -> {
          assertThat(host.random("x")).isSameAs(host.random("x"));
          said.add(host.random("x").name());
          host.finish();
        });

    assertThat(said).containsExactly("t/x");
  }

  @Test
  void fail_isAComplaint_andEndsNothing() {
    java(
        host -> {
          host.fail("a record is missing");
          host.after(5, host::finish);
        });

    assertThat(world.complaints)
        .containsExactly(
            Complaint.ofStep(Complaint.Kind.EXPECTATION, 0, "j", "a record is missing"));
    assertThat(world.moments.timeOf("j")).isEqualTo(5);
  }

  @Test
  void exception_isAComplaint_endsTheTask_andNothingOfItRunsAnyMore() {
    Workload workload =
        java(
            host -> {
              host.after(5, () -> said.add("still there"));
              host.after(
                  3,
                  () -> {
                    throw new IllegalStateException("no more room");
                  });
            });

    assertThat(messages())
        .containsExactly("the code of task t threw java.lang.IllegalStateException: no more room");
    assertThat(said).isEmpty();
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  void exceptions_ofCallbacksFactoriesAndAssertions_areComplaintsToo() {
    java(
        host ->
            host.async(
                RequestOp.WRITE,
                List.of(host.region("a", 0, 8)),
                host.pages(1),
                (long bits) -> {
                  throw new AssertionError();
                }));
    world.run(
        new Step.Java(
            "k",
            () -> {
              throw new NoClassDefFoundError("com/acme/Wal");
            }));

    assertThat(messages())
        .containsExactly(
            "the code of task t threw java.lang.AssertionError",
            "the code of task t threw java.lang.NoClassDefFoundError: com/acme/Wal");
  }

  @Test
  void bugsOfTheHost_passThrough() {
    Task task =
        host -> {
          throw new KernelBug("count below 0");
        };

    assertThatThrownBy(() -> java(task)).isInstanceOf(KernelBug.class);
  }

  @Test
  void callsWithinCallbacks_withoutEnd_areAComplaint() {
    java(host -> again(host, 0));

    assertThat(messages())
        .containsExactly(
            "the code of task t makes calls within callbacks, 100 deep: go on with after(0, ...) instead");
  }

  @Test
  void unknownDevice_isAComplaintThatNamesTheDevices() {
    java(host -> host.device("d"));

    assertThat(messages())
        .containsExactly(
            "the code of task t used its host wrongly: no device d; there are: a, b, c");
  }

  @Test
  void taskThatNeverFinishes_isAHang() {
    Workload workload = java(host -> {});

    assertThat(workload.unfinished())
        .containsExactly("t: t.1 waits for j to say that it is finished");
  }

  @Test
  void refusedGet_isToldAndReturned() {
    world.io.poolResult = IoReturn.refused(Refusal.PUT_IN_USE);
    java(
        host -> {
          said.add(host.put(1).errno().toString());
          host.finish();
        });

    assertThat(said).containsExactly("EBUSY");
    assertThat(world.heard).containsExactly("0 pool j EBUSY");
  }

  private void again(Host host, int depth) {
    host.async(
        RequestOp.WRITE,
        List.of(host.region("a", 0, 8)),
        host.pages(1),
        (long bits) -> again(host, depth + 1));
  }

  private IoCallback hearing() {
    return new IoCallback() {
      @Override
      public void returned(IoRequest request, IoReturn result) {
        said.add("returned");
      }

      @Override
      public void notified(IoRequest request, long bits) {
        said.add("notified");
      }
    };
  }

  private Workload java(Task task) {
    return world.run(new Step.Java("j", () -> task));
  }

  private List<String> messages() {
    return world.complaints.stream().map(Complaint::message).toList();
  }
}
