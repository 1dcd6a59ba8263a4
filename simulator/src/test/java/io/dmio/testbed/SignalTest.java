package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.verify;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Errno;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencySpec;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoReturn;
import io.dmio.fault.FaultOp;
import io.dmio.museum.Exhibit;
import io.dmio.sim.LogMode;
import io.dmio.testbed.WorldEvent.Action.Signal;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.Host;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignalTest {

  private static final int A = 0;

  private static List<Errno> returns(RunResult result) {
    List<Errno> returns = new ArrayList<>();
    for (CallOutcome call : result.callList()) {
      IoReturn returned = call.result();
      returns.add(returned == null ? Errno.EINVAL : returned.errno());
    }
    return returns;
  }

  private static Step sleep(long nanos) {
    return new Step.Sleep(Quantity.of(nanos));
  }

  @Test
  void pendingSignal_interruptsTheNextWait_withoutBits_andItsBiosEndLater() {
    RunResult result =
        world()
            .disks("a")
            .bad(A, 3, 1, FaultOp.WRITE)
            .task(
                "writer",
                get(1),
                sleep(10),
                write("w1", at(A, 0, 8)),
                write("w2", at(A, 8, 8)),
                sleep(1_000_000),
                verify("v", at(A, 8, 8), "w2"),
                put(1))
            .event(new When.At(5), new Signal("writer"))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(returns(result)).containsExactly(Errno.EINTR, Errno.OK, Errno.OK);
    CallOutcome first = result.callList().get(0);
    assertThat(first.bits()).isZero();
    assertThat(first.result()).isNotNull().extracting(IoReturn::bitsWritten).isEqualTo(false);
    assertThat(result.devices().get(0).failed()).isEqualTo(1);
    assertThat(result.totals().failedCalls()).isEqualTo(1);
  }

  @Test
  void signalDuringTheWait_doesNotWake_andMeetsTheNextCall() {
    RunResult result =
        world()
            .disks("a")
            .task("writer", get(1), write("w1", at(A, 0, 8)), write("w2", at(A, 8, 8)))
            .event(new When.At(40_000), new Signal("writer"))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(returns(result)).containsExactly(Errno.OK, Errno.EINTR);
  }

  @Test
  void callThatNeedNotWait_doesNotLookForSignals() {
    LatencySpec zero = new LatencySpec.Fixed(0);
    RunResult result =
        world()
            .disk("a", zero, DriverKind.BIO, QueueLimits.UNLIMITED)
            .disks("b")
            .task("writer", get(1), sleep(10), write("w1", at(A, 0, 8)), write("w2", at(1, 0, 8)))
            .event(new When.At(5), new Signal("writer"))
            .run();
    assertThat(returns(result)).containsExactly(Errno.OK, Errno.EINTR);
  }

  @Test
  void putOfTheLastPages_waitsForLateBios() {
    RunResult result =
        world()
            .disks("a")
            .task("writer", get(1), sleep(10), read("r", at(A, 0, 8)), put(1))
            .event(new When.At(5), new Signal("writer"))
            .run();
    assertThat(result.failures()).extracting(Failure::check).containsExactly(Check.USAGE);
    assertThat(result.failures().get(0).message()).contains("put-in-use");
  }

  @Test
  void signal_meetsEveryInstance_andNobodyElse() {
    RunResult result =
        world()
            .disks("a")
            .task("other", get(4), sleep(10), write("o", at(A, 0, 8)))
            .task("writer[1]", sleep(10), write("w1", at(A, 8, 8)))
            .task("writer[2]", sleep(10), write("w2", at(A, 16, 8)))
            .event(new When.At(5), new Signal("writer"))
            .run();
    assertThat(returns(result)).containsExactly(Errno.EINTR, Errno.EINTR, Errno.OK);
  }

  @Test
  void callsOfLinux_areNotInterrupted() {
    RunResult result =
        world()
            .disks("a")
            .linux("main")
            .task("writer", sleep(10), write("w1", at(A, 0, 8)))
            .event(new When.At(5), new Signal("writer"))
            .run();
    assertThat(result.failures()).isEmpty();
    assertThat(returns(result)).containsExactly(Errno.OK);
  }

  @Test
  void signalThatIsHonouredInLinux_isSaid() {
    RunResult result = signalled(world().disks("a").linux("main"), BrokenSteps.INTERRUPTIBLE_LINUX);
    assertThat(result.failures().get(0).check()).isEqualTo(Check.CALLS);
    assertThat(result.failures().get(0).message())
        .isEqualTo("w1 returned EINTR: nothing interrupts a caller of this dialect");
  }

  @Test
  void signalThatIsOverlookedInClassic_isSaid() {
    RunResult result =
        signalled(world().disks("a").task("holder", get(1)), BrokenSteps.DEAF_TO_SIGNALS);
    assertThat(result.failures())
        .extracting(Failure::message)
        .containsExactly("w1 returned OK: it began to wait and did not look for a signal");
  }

  private static RunResult signalled(WorldSpecs world, Exhibit engine) {
    world
        .task("writer", sleep(10), write("w1", at(A, 0, 8)))
        .event(new When.At(5), new Signal("writer"));
    return Testbed.run(world.build(), new RunOptions(LogMode.NONE, RunListener.NONE, engine));
  }

  @Test
  void loadThatIsInterrupted_goesOnWithOtherPages() {
    WorldSpecs specs = world().disks("a").task("loader", get(4), syncLoad());
    for (int i = 1; i <= 20; i++) {
      specs.event(new When.At(i * 190_000L), new Signal("loader"));
    }
    RunResult result = specs.run();
    assertThat(result.failures()).isEmpty();
    assertThat(returns(result)).filteredOn(Errno.EINTR::equals).hasSize(20);
  }

  @Test
  void userWhoUsesTheMemoryOfLateBiosAgain_isCaught() {
    RunResult result =
        world()
            .disks("a")
            .task("user", new Step.Java("user", () -> SignalTest::reuse))
            .event(new When.At(5), new Signal("user"))
            .run();
    assertThat(result.failures()).extracting(Failure::check).contains(Check.LIFETIME);
    assertThat(result.failures().get(0).message()).contains("user[2] uses its memory again");
  }

  private static void reuse(Host host) {
    host.get(4);
    IoMemory pages = host.pages(1);
    host.after(
        10,
        () ->
            host.sync(
                RequestOp.WRITE,
                List.of(host.region("a", 0, 8)),
                pages,
                first ->
                    host.sync(
                        RequestOp.WRITE,
                        List.of(host.region("a", 8, 8)),
                        pages,
                        second -> host.finish())));
  }

  private static Step syncLoad() {
    return new Step.Load(
        "load",
        new LoadSpec(
            new LoadSpec.Shape(LoadSpec.Pattern.RANDRW, 50, new Quantity(1, 32), Quantity.of(1)),
            new LoadSpec.Area(List.of(A), 0, 256),
            LoadSpec.Pace.of(1, 100),
            new LoadSpec.Calls(true, MemorySpec.DEFAULT, 0),
            0,
            true,
            "load"));
  }
}
