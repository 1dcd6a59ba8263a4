package io.dmio.museum;

import static io.dmio.engine.EngineFixture.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.engine.EngineFixture;
import io.dmio.engine.FakeDevice;
import io.dmio.engine.Heard;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.Refusal;
import io.dmio.engine.Steps;
import io.dmio.mempool.PoolSteps;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import io.dmio.sim.WaitQueue;
import io.dmio.sim.Waiter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each exhibit shows what it says, and the correct steps do not. */
final class MuseumTest {

  @Test
  void exhibits_areUnique_andTellWhatGoesWrong() {
    assertThat(Museum.exhibits()).extracting(Exhibit::id).doesNotHaveDuplicates().hasSize(9);
    assertThat(Museum.exhibits()).allSatisfy(e -> assertThat(e.about()).endsWith("."));
    assertThat(Museum.find("B99")).isEmpty();
  }

  @Test
  void b01_losesBit32_andSpreadsBit31() {
    assertThat(bitsWithFailed(31, steps("B01"))).contains("notified 0xffffffff80000000");
    assertThat(bitsWithFailed(32, steps("B01"))).contains("notified 0x0");
    assertThat(bitsWithFailed(32, Steps.CLASSIC)).contains("notified 0x100000000");
  }

  @Test
  void b07_losesTheRegion_ofABioThatFillsItsArray() {
    assertThat(failedBitsOf23SectorsAtOffset3584(steps("B07"))).contains("notified 0x0");
    assertThat(failedBitsOf23SectorsAtOffset3584(Steps.CLASSIC)).contains("notified 0x1");
  }

  @Test
  void b09_keepsTheIo_whileTheCallerHears() {
    assertThat(iosOutWhileNotified(steps("B09"))).containsExactly(1L);
    assertThat(iosOutWhileNotified(Steps.CLASSIC)).containsExactly(0L);
  }

  @Test
  void p01_sendsOtherPages_toTheSecondRegion() {
    assertThat(secondRegionHasTheSamePages(steps("P01"))).isFalse();
    assertThat(secondRegionHasTheSamePages(Steps.CLASSIC)).isTrue();
  }

  @Test
  void p10_forgetsAnError_whenALaterBioEndsWell() {
    assertThat(bitsWithFailed(0, steps("P10"))).contains("notified 0x0");
    assertThat(bitsWithFailed(0, Steps.CLASSIC)).contains("notified 0x1");
  }

  @Test
  void b17_acceptsWhatHasNoBit_andNothingElse() {
    EngineFixture fixture = engine(Steps.CLASSIC);
    List<IoRegion> regions = Collections.nCopies(65, new IoRegion(FakeDevice.inline(0), 0, 8));
    IoRequest tooMany = IoRequest.of(0, RequestOp.WRITE, false, fixture.pages(1, 0), regions);
    assertThat(steps("B17").refuse(tooMany, true)).isNull();
    assertThat(steps("B17").refuse(tooMany, false)).isEqualTo(Refusal.NO_POOL);
    assertThat(Steps.CLASSIC.refuse(tooMany, true)).isEqualTo(Refusal.TOO_MANY_REGIONS);
  }

  @Test
  void m01_and_p11_wakeOne_theOldestOrTheNewest() {
    assertThat(wokenOfThree(poolSteps("M01"))).containsExactly(1);
    assertThat(wokenOfThree(poolSteps("P11"))).containsExactly(3);
    assertThat(wokenOfThree(PoolSteps.CORRECT)).containsExactly(1, 2, 3);
  }

  @Test
  void p12_leavesAReserveThatGrowsAsItIs() {
    assertThat(poolSteps("P12").grownTo(4, 8)).isEqualTo(4);
    assertThat(PoolSteps.CORRECT.grownTo(4, 8)).isEqualTo(8);
  }

  private static List<Integer> wokenOfThree(PoolSteps steps) {
    Simulation simulation =
        new Simulation(
            new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.NONE), Limits.DEFAULT);
    WaitQueue queue = new WaitQueue(simulation);
    List<Integer> woken = new ArrayList<>();
    for (int call = 1; call <= 3; call++) {
      queue.park(new Sleeper(call, woken));
    }
    steps.wake(queue);
    simulation.run();
    return woken;
  }

  private record Sleeper(int call, List<Integer> woken) implements Waiter {

    @Override
    public void handle(long argument) {
      woken.add(call);
    }
  }

  private static PoolSteps poolSteps(String id) {
    return Museum.find(id).orElseThrow().poolSteps();
  }

  private static Steps steps(String id) {
    return Museum.find(id).orElseThrow().steps();
  }

  private static EngineFixture engine(Steps steps) {
    EngineFixture fixture = new EngineFixture(steps);
    fixture.engine.get(64);
    return fixture;
  }

  private static List<String> bitsWithFailed(int region, Steps steps) {
    EngineFixture fixture = engine(steps);
    FakeDevice good = FakeDevice.inline(0);
    FakeDevice bad = FakeDevice.inline(1).failing(BlockStatus.IOERR);
    List<IoRegion> regions = new ArrayList<>();
    for (int i = 0; i < 34; i++) {
      regions.add(new IoRegion(i == region ? bad : good, 8L * i, 8));
    }
    return fixture.async(RequestOp.WRITE, regions, fixture.pages(1, 0)).moments();
  }

  private static List<String> failedBitsOf23SectorsAtOffset3584(Steps steps) {
    EngineFixture fixture = engine(steps);
    FakeDevice bad = FakeDevice.inline(0).failing(BlockStatus.IOERR);
    return fixture.async(RequestOp.WRITE, each(23, bad), fixture.pages(4, 3584)).moments();
  }

  private static List<Long> iosOutWhileNotified(Steps steps) {
    EngineFixture fixture = engine(steps);
    List<Long> out = new ArrayList<>();
    Heard heard = new Heard().then(() -> out.add(fixture.ios().out()));
    fixture.call(RequestOp.WRITE, false, each(8, FakeDevice.inline(0)), fixture.pages(1, 0), heard);
    return out;
  }

  private static boolean secondRegionHasTheSamePages(Steps steps) {
    EngineFixture fixture = engine(steps);
    FakeDevice first = FakeDevice.inline(0);
    FakeDevice second = FakeDevice.inline(1);
    fixture.sync(RequestOp.WRITE, each(8, first, second), fixture.pages(2, 0));
    return first.sent().get(0).addresses().equals(second.sent().get(0).addresses());
  }
}
