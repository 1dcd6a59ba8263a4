package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.sim.LogMode;
import io.dmio.workload.Host;
import io.dmio.workload.Step;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What goes on for ever inside one event is ended by a limit, before memory ends it. */
final class EndlessTest {

  private static final int FEW = 1_000;

  private static WorldSpecs disk() {
    return world().disks("a").atOnce(FEW);
  }

  private static void endsAt(String limit, RunResult result) {
    assertThat(result.verdict()).isEqualTo(Verdict.LIMIT);
    Failure last = result.failures().get(result.failures().size() - 1);
    assertThat(last.check()).isEqualTo(Check.PROGRESS);
    assertThat(last.message()).isEqualTo("the limit of " + limit + " was reached");
  }

  private static RunResult java(Consumer<Host> body) {
    return disk().task("user", get(1), new Step.Java("user", () -> body::accept)).run();
  }

  @Test
  void engineThatSendsEmptyBiosForEver() {
    WorldSpecs world = disk().task("t", get(1), writeAsync("w", at(0, 0, 8)));
    RunOptions endless = new RunOptions(LogMode.NONE, RunListener.NONE, BrokenSteps.EMPTY_BIOS);

    RunResult result = Testbed.run(world.build(), endless);

    endsAt("1000 bios under way at once", result);
    assertThat(result.failures().get(0).check()).as("seen at the first").isEqualTo(Check.SHAPE);
  }

  @Test
  void engineThatSendsEmptyBiosForEver_toADiskThatEndsThemInside() {
    WorldSpecs world = inline().task("t", get(1), writeAsync("w", at(0, 0, 8)));
    RunOptions endless = new RunOptions(LogMode.NONE, RunListener.NONE, BrokenSteps.EMPTY_BIOS);

    endsAt("5000 events", Testbed.run(world.build(), endless));
  }

  private static WorldSpecs inline() {
    return world().quickDisk("a").limits(1_000_000, 5_000);
  }

  @Test
  void userWhoMakesCallsForEver() {
    endsAt("1000 calls under way at once", java(host -> callForEver(host, 8)));
  }

  @Test
  void userWhoMakesEmptyCallsForEver() {
    RunResult result =
        inline()
            .task("user", get(1), new Step.Java("user", () -> host -> callForEver(host, 0)))
            .run();
    endsAt("5000 events", result);
  }

  @Test
  void userWhoMakesCallsForEver_thatHaveToWait() {
    RunResult result =
        disk()
            .noMemory("engine.ios", "go")
            .task(
                "user",
                get(1),
                new Step.Mark("go"),
                new Step.Java("user", () -> host -> callForEver(host, 8)))
            .run();
    endsAt("1000 calls under way at once", result);
  }

  private static void callForEver(Host host, long sectors) {
    var page = host.pages(1);
    while (true) {
      host.async(RequestOp.WRITE, List.of(host.region("a", 0, sectors)), page, bits -> {});
    }
  }

  @Test
  void userWhoSchedulesForEver() {
    endsAt("2000 scheduled events at once", java(EndlessTest::scheduleForEver));
  }

  private static void scheduleForEver(Host host) {
    while (true) {
      host.after(1, () -> {});
    }
  }
}
