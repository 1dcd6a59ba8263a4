package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.B;
import static io.dmio.workload.Steps.C;
import static io.dmio.workload.Steps.at;
import static io.dmio.workload.Steps.mark;
import static io.dmio.workload.Steps.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayTaskTest {

  private final TestWorld world = new TestWorld();
  private final ReplayRequests.Builder requests =
      new ReplayRequests.Builder(List.of(List.of(A, B), List.of(C)));

  @Test
  void calls_areMadeAtTheirTimes_whateverTheOthersTake() {
    world.io.latency(request -> 1_000);
    write(0, 0);
    write(0, 8);
    write(30, 16);

    world.run(mark("m"), replay(Integer.MAX_VALUE), mark("n"));

    assertThat(world.heard)
        .contains("0 started r[1]", "0 started r[2]", "30 started r[3]", "1030 ended r[3]");
    assertThat(world.moments.timeOf("r")).isEqualTo(1_030);
    assertThat(world.moments.timeOf("n")).isEqualTo(1_030);
    assertThat(world.io.mostUnderWay).isEqualTo(3);
    assertThat(world.depthAtStart).containsOnly(0);
  }

  @Test
  void times_countFromTheBeginOfTheStep() {
    write(7, 0);

    world.run(new Step.Sleep(Quantity.of(100)), replay(1));

    assertThat(world.heard).contains("107 started r[1]");
  }

  @Test
  void depth_bindsHowManyAreUnderWay() {
    world.io.latency(request -> 10);
    for (int i = 0; i < 40; i++) {
      write(0, i * 8L);
    }

    Workload workload = world.run(replay(4));

    assertThat(world.io.submitted).isEqualTo(40);
    assertThat(world.io.mostUnderWay).isEqualTo(4);
    assertThat(world.moments.timeOf("r")).isEqualTo(100);
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  void submitter_waitsWhileACallHasNotReturned_andIsLateThen() {
    world.io.otherwise(new FakeIo.Plan(50, 100, 0, null));
    write(0, 0);
    write(10, 8);
    write(200, 16);

    world.run(replay(Integer.MAX_VALUE));

    assertThat(world.io.mostWaitingToReturn).isEqualTo(1);
    assertThat(world.heard).contains("0 started r[1]", "50 started r[2]", "200 started r[3]");
  }

  @Test
  void write_goesToAllOfItsGroup_aReadToTheFirst_aFlushAsOneCall() {
    requests.add(0, RequestOp.WRITE, 0, 8, 4);
    requests.add(0, RequestOp.READ, 0, 8, 4);
    requests.add(0, RequestOp.DISCARD, 1, 16, 8);
    requests.add(0, RequestOp.WRITE, 0, 0, 0);

    world.run(replay(1));

    assertThat(world.io.requests.stream().map(ReplayTaskTest::words))
        .containsExactly(
            "WRITE 0 [0@8+4, 1@8+4]",
            "READ 0 [0@8+4]",
            "DISCARD 0 [2@16+8]",
            "WRITE " + RequestFlag.PREFLUSH.bit() + " [0@0+0, 1@0+0]");
  }

  @Test
  void writtenData_canBeVerified_callByCall() {
    write(0, 8);
    write(0, 8);

    world.run(replay(1), verify("v", at(A, 8, 8), "r[2]"));
    assertThat(world.complaints).isEmpty();

    TestWorld other = new TestWorld();
    other.run(replay(1), verify("v", at(A, 8, 8), "r[1]"));
    assertThat(other.complaints).isNotEmpty();
  }

  @Test
  void hang_tellsWhatIsMissing() {
    world.io.otherwise(FakeIo.Plan.never());
    write(0, 0);
    write(0, 8);

    Workload workload = world.run(replay(1));

    assertThat(workload.unfinished())
        .containsExactly(
            "t: t.1 waits for 1 calls of r, and 1 to be made; under way: r[1] (not notified)");
  }

  @Test
  void memory_isGivenBack() {
    for (int i = 0; i < 100; i++) {
      write(i, i * 8L);
    }

    world.run(replay(Integer.MAX_VALUE));

    long next = world.memory.allocate(1);
    assertThat(next / 4096).isLessThan(100);
  }

  @Test
  void requests_areEqualIfTheyAskForTheSame_andNeverGoBackInTime() {
    write(5, 0);
    ReplayRequests first = requests.build();
    ReplayRequests.Builder same = new ReplayRequests.Builder(List.of(List.of(A, B), List.of(C)));
    same.add(5, RequestOp.WRITE, 0, 0, 8);

    assertThat(first).isEqualTo(same.build()).hasSameHashCodeAs(same.build());
    same.add(6, RequestOp.WRITE, 0, 0, 8);
    assertThat(first).isNotEqualTo(same.build());
    assertThatThrownBy(() -> write(4, 0)).hasMessageContaining("descend");
  }

  private void write(long nanos, long sector) {
    requests.add(nanos, RequestOp.WRITE, 0, sector, 8);
  }

  private Step replay(int depth) {
    return new Step.Replay("r", new ReplaySpec(requests.build(), depth, MemorySpec.DEFAULT, 0));
  }

  private static String words(IoRequest request) {
    List<String> regions =
        request.regions().stream()
            .map(region -> region.device().id() + "@" + region.sector() + "+" + region.count())
            .toList();
    return request.op() + " " + request.flags() + " " + regions;
  }
}
