package io.dmio.workload;

import static io.dmio.workload.Steps.mark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.Clumsy;
import io.dmio.block.Bio;
import io.dmio.block.BioVec;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.sim.KernelBug;
import io.dmio.workload.Complaint.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in the user's code is said of it, has no effect, and ends its task alone. */
final class UserMistakesTest {

  private static final long[] NO_PAGES = {};

  private final TestWorld world = new TestWorld();

  /** A use of the host that has no meaning, and what is said of it. */
  record Misuse(String said, Consumer<Host> use) {

    @Override
    public String toString() {
      return said;
    }
  }

  static List<Misuse> misuses() {
    return List.of(
        new Misuse("get of -1 pages", host -> host.get(-1)),
        new Misuse("get of 2147483647 pages", host -> host.get(Integer.MAX_VALUE)),
        new Misuse("put of -1 pages", host -> host.put(-1)),
        new Misuse("get of -7 pages", host -> host.io().get(-7)),
        new Misuse("pages of 0 pages", host -> host.pages(0)),
        new Misuse("pages of -1 pages", host -> host.pages(-1)),
        new Misuse("pages of 2147483647 pages", host -> host.pages(Integer.MAX_VALUE)),
        new Misuse("after -1ns", host -> host.after(-1, () -> {})),
        new Misuse(
            "after: 1048576 actions wait to be run already",
            host -> {
              while (host.now() == 0) {
                host.after(1, () -> {});
              }
            }),
        new Misuse("the action of after is null", host -> host.after(1, none())),
        new Misuse("no device d", host -> host.device("d")),
        new Misuse("no device null", host -> host.device(none())),
        new Misuse("negative region: -1+8", host -> host.region("a", -1, 8)),
        new Misuse("negative region: 0+-8", host -> host.region("a", 0, -8)),
        new Misuse("the name of mark is null", host -> host.mark(none())),
        new Misuse("not 'a\\u001b[2J'", host -> host.mark("a\u001b[2J")),
        new Misuse("not ' '", host -> host.nextCall(" ")),
        new Misuse("not 'a\\nb'", host -> host.nextCall("a\nb")),
        new Misuse("the name of the stream of random is null", host -> host.random(none())),
        new Misuse("the operation is null", write(none(), 8, host -> host.pages(1))),
        new Misuse("the memory is null", write(RequestOp.WRITE, 8, host -> none())),
        new Misuse("the list of regions is null", host -> async(host, none(), host.pages(1))),
        new Misuse(
            "region 0 is null", host -> async(host, Arrays.asList((IoRegion) null), host.pages(1))),
        new Misuse(
            "the device of region 0 is not of this run",
            host -> async(host, List.of(new IoRegion(none(), 0, 8)), host.pages(1))),
        new Misuse(
            "the device of region 0 is not of this run",
            host ->
                async(host, List.of(new IoRegion(new FakeDevice(0, "a", 8), 0, 8)), host.pages(1))),
        new Misuse(
            "region 0 ends behind every device",
            host -> async(host, List.of(host.region("a", Long.MAX_VALUE, 8)), host.pages(1))),
        new Misuse(
            "the largest region has 9 sectors, which is more than the memory of 4096 bytes",
            write(RequestOp.WRITE, 9, host -> host.pages(1))),
        new Misuse(
            "the largest region has 9007199254740992 sectors",
            write(RequestOp.READ, 1L << 53, host -> host.pages(1))),
        new Misuse(
            "which is more than the memory of 0 bytes",
            write(RequestOp.WRITE, 1, host -> new IoMemory.PageList(NO_PAGES, 0))),
        new Misuse(
            "which is more than the memory of 0 bytes",
            write(RequestOp.WRITE, 1, host -> new IoMemory.None())),
        new Misuse(
            "piece 0 of the memory is not allocated",
            write(RequestOp.WRITE, 8, host -> new IoMemory.PageList(new long[] {1L << 40}, 0))),
        new Misuse(
            "the address of piece 0 is no whole number of sectors: -4096",
            write(RequestOp.WRITE, 8, host -> new IoMemory.PageList(new long[] {-4096}, 0))),
        new Misuse(
            "the address of piece 0 is no whole number of sectors",
            write(
                RequestOp.WRITE,
                1,
                host -> new IoMemory.PageList(new long[] {host.memory().allocate(1)}, 100))),
        new Misuse(
            "the length of piece 0 is no whole number of sectors: 700",
            write(
                RequestOp.WRITE,
                1,
                host -> vectors(new BioVec(host.memory().allocate(1), 700), 0))),
        new Misuse(
            "the advance is no whole number of sectors: -512",
            write(
                RequestOp.WRITE,
                1,
                host -> vectors(new BioVec(host.memory().allocate(1), 512), -512))),
        new Misuse(
            "the advance of 1024 bytes goes beyond the first vector",
            write(
                RequestOp.WRITE,
                1,
                host -> vectors(new BioVec(host.memory().allocate(1), 512), 1024))),
        new Misuse("DISCARD is of linux-6.1", write(RequestOp.DISCARD, 8, host -> host.pages(1))),
        new Misuse(
            "memory of the kernel is of linux-6.1",
            write(
                RequestOp.WRITE,
                1,
                host -> new IoMemory.KernelMemory(host.memory().allocate(1), 512))),
        new Misuse("flags and priorities are of linux-6.1", submit(1, 0, 0)),
        new Misuse("flags and priorities are of linux-6.1", submit(0, 7, 0)),
        new Misuse("there is no client 1 of 1", submit(0, 0, 1)),
        new Misuse("there is no client -1 of 1", submit(0, 0, -1)),
        new Misuse("the request of submit is null", host -> host.io().submit(none(), QUIET)),
        new Misuse("the callback of async is null", withCallback(none())),
        new Misuse("pages must be positive: -3", host -> host.memory().allocate(-3)),
        new Misuse("not a run that is allocated", host -> host.memory().free(4096, 1)),
        new Misuse("was given back while it was FREE", host -> Clumsy.retire(new Bio())),
        new Misuse("it called get after finish", afterFinish(host -> host.get(1))),
        new Misuse("it called put after finish", afterFinish(host -> host.put(1))),
        new Misuse("it called pages after finish", afterFinish(host -> host.pages(1))),
        new Misuse("it called mark after finish", afterFinish(host -> host.mark("m"))),
        new Misuse("it called after after finish", afterFinish(host -> host.after(0, () -> {}))),
        new Misuse(
            "it called async after finish",
            afterFinish(write(RequestOp.WRITE, 8, host -> new IoMemory.None()))));
  }

  @ParameterizedTest
  @MethodSource
  void misuses(Misuse misuse) {
    Workload workload = java(misuse.use());

    assertThat(world.complaints).hasSize(1);
    Complaint complaint = world.complaints.get(0);
    assertThat(complaint.kind()).isEqualTo(Kind.MISUSE);
    assertThat(complaint.step()).isEqualTo("j");
    assertThat(complaint.message())
        .startsWith("the code of task t used its host wrongly: ")
        .contains(misuse.said())
        .contains(", at com.acme.Clumsy.");
    assertThat(world.io.poolCalls).isEmpty();
    assertThat(world.io.submitted).isZero();
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  void whatIsThrown_isSaidWithClassLineAndCause() {
    var cause = new ArithmeticException("/ by zero");
    java(host -> host.after(1, () -> Clumsy.fail("no room", cause)));

    assertThat(world.complaints).hasSize(1);
    assertThat(world.complaints.get(0).kind()).isEqualTo(Kind.THROWN);
    assertThat(world.complaints.get(0).message())
        .matches(
            "the code of task t threw java.lang.IllegalStateException: no room, because of"
                + " java.lang.ArithmeticException: / by zero, at"
                + " com.acme.Clumsy.fail\\(Clumsy.java:[0-9]+\\)");
  }

  @Test
  void exceptionWhoseMessageThrows_isSaidWithoutIt() {
    run(
        Clumsy.throwing(
            new RuntimeException() {
              @Override
              public String getMessage() {
                throw new IllegalStateException();
              }

              @Override
              public synchronized Throwable getCause() {
                throw new StackOverflowError();
              }
            }));

    assertThat(message()).contains("its message cannot be had");
  }

  @Test
  void causesInACircle_areSaidOnce() {
    var one = new IllegalStateException("one");
    var two = new IllegalStateException("two", one);
    one.initCause(two);
    run(Clumsy.throwing(one));

    assertThat(message())
        .startsWith(
            "the code of task t threw java.lang.IllegalStateException: one, because of"
                + " java.lang.IllegalStateException: two");
  }

  @Test
  void messageOfAMegabyte_isShortened() {
    run(Clumsy.throwing(new IllegalStateException("x".repeat(1 << 20))));

    assertThat(message()).hasSizeLessThan(2300).contains("... (1046576 letters more)");
  }

  @Test
  void checkedExceptions_thatAreThrownAllTheSame_areTheUsers() {
    java(host -> Clumsy.lose("gone"));

    assertThat(message()).contains("threw java.io.IOException: gone");
  }

  @Test
  void stackOverflow_endsTheRun_andIsSaid() {
    assertThatThrownBy(() -> java(host -> Clumsy.deeper(0))).isInstanceOf(TaskCollapsed.class);

    assertThat(message())
        .startsWith("the code of task t threw java.lang.StackOverflowError")
        .contains(", at com.acme.Clumsy.deeper(Clumsy.java:");
  }

  @Test
  void memoryThatIsUsedUp_endsTheRun_andIsSaid() {
    assertThatThrownBy(() -> java(host -> allocate())).isInstanceOf(TaskCollapsed.class);

    assertThat(message()).contains("threw java.lang.OutOfMemoryError").contains("DMIO_JAVA_OPTS");
  }

  @Test
  void collapseInsideACallback_thatTheCodeAroundItCatches_endsTheRunAllTheSame() {
    Consumer<Host> catching =
        host -> {
          try {
            host.async(
                RequestOp.WRITE,
                List.of(host.region("a", 0, 8)),
                host.pages(1),
                (long bits) -> Clumsy.deeper(0));
          } catch (RuntimeException ignored) {
            // as careless code does
          }
        };

    assertThatThrownBy(() -> java(catching)).isInstanceOf(TaskCollapsed.class);
    assertThat(world.complaints).hasSize(1);
  }

  @Test
  void contradictionsInsideTheEngine_stayThose() {
    world.io.contradiction = true;

    assertThatThrownBy(() -> java(host -> host.get(1))).isInstanceOf(KernelBug.class);
    assertThat(world.complaints).isEmpty();
  }

  @Test
  void hostThatIsKept_isOfNoUseOutsideOfCallbacks() {
    AtomicReference<Host> kept = new AtomicReference<>();
    java(
        host -> {
          kept.set(host);
          host.finish();
        });

    assertThatThrownBy(() -> kept.get().now())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it called now outside of start and callbacks: they alone run in virtual time");
  }

  @Test
  void hostOfAnEarlierRun_isOfNoUseInTheNext() {
    AtomicReference<Host> kept = new AtomicReference<>();
    java(
        host -> {
          kept.set(host);
          host.finish();
        });
    TestWorld next = new TestWorld();
    next.run(new Step.Java("j", () -> Clumsy.doing(host -> kept.get().get(1))));

    assertThat(next.complaints.get(0).message()).contains("it called get outside of start");
    assertThat(world.io.poolCalls).isEmpty();
  }

  @Test
  void whoWatches_mayObject_andHearsWhenCodeRuns() {
    List<String> heard = new ArrayList<>();
    CodeWatch watch =
        new CodeWatch() {
          @Override
          public void entered() {
            heard.add("entered");
          }

          @Override
          public void left() {
            heard.add("left");
          }

          @Override
          public @Nullable String objection() {
            return heard.size() > 2 ? "in another thread" : null;
          }
        };
    world.run(new Step.Java("j", watched(watch)), mark("m"));

    assertThat(heard).containsExactly("entered", "left", "entered", "left");
    assertThat(message()).contains("used its host wrongly: it called get in another thread");
    assertThat(world.moments.isReached("m")).isTrue();
  }

  private static TaskFactory watched(CodeWatch watch) {
    return new TaskFactory() {
      @Override
      public Task create() {
        return Clumsy.doing(host -> host.after(1, () -> host.get(1)));
      }

      @Override
      public CodeWatch watch() {
        return watch;
      }
    };
  }

  private static final IoCallback QUIET =
      new IoCallback() {
        @Override
        public void returned(IoRequest request, IoReturn result) {}

        @Override
        public void notified(IoRequest request, long bits) {}
      };

  private static Consumer<Host> afterFinish(Consumer<Host> then) {
    return host -> {
      host.finish();
      then.accept(host);
    };
  }

  private static Consumer<Host> withCallback(IoCallback callback) {
    return host ->
        host.async(RequestOp.WRITE, List.of(host.region("a", 0, 8)), host.pages(1), callback);
  }

  private static Consumer<Host> write(RequestOp op, long sectors, Function<Host, IoMemory> memory) {
    return host -> host.async(op, List.of(host.region("a", 0, sectors)), memory.apply(host), QUIET);
  }

  private static void async(Host host, List<IoRegion> regions, IoMemory memory) {
    host.async(RequestOp.WRITE, regions, memory, QUIET);
  }

  private static Consumer<Host> submit(int flags, int priority, int client) {
    return host ->
        host.io()
            .submit(
                new IoRequest(
                    host.nextCall("own"),
                    RequestOp.WRITE,
                    false,
                    flags,
                    priority,
                    host.pages(1),
                    List.of(host.region("a", 0, 8)),
                    client),
                QUIET);
  }

  private static IoMemory vectors(BioVec vector, int advance) {
    return new IoMemory.Vectors(List.of(vector), advance);
  }

  private static void allocate() {
    List<long[]> all = new ArrayList<>();
    while (all.size() >= 0) {
      all.add(new long[Integer.MAX_VALUE - 8]);
    }
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T none() {
    return null;
  }

  private Workload java(Consumer<Host> code) {
    return run(Clumsy.doing(code));
  }

  private Workload run(Task task) {
    return world.run(new Step.Java("j", () -> task));
  }

  private String message() {
    return world.complaints.get(0).message();
  }
}
