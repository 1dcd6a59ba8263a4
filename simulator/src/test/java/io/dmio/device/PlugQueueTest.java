package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.DiskBench.Ended;
import io.dmio.sim.EventKind;
import org.junit.jupiter.api.Test;

final class PlugQueueTest {

  private static final int SYNC = RequestFlag.SYNC.bit();

  private final DiskBench bench = new DiskBench();
  private final SimulatedDisk disk = bench.disk(DiskFaults.NONE);
  private final PlugQueue plug = new PlugQueue(disk, bench.simulation);

  @Test
  void biosWithoutSync_areHeldForThreeMilliseconds() {
    submit(0);
    bench.simulation.schedule(1_000_000, argument -> submit(0), 0);
    assertThat(bench.ended).isEmpty();

    bench.simulation.run();

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(0, 1);
    assertThat(bench.ended).extracting(Ended::time).containsExactly(3_000_000L, 3_000_000L);
    assertThat(bench.records(EventKind.PLUG)).containsExactly("0 1 1 0 0", "0 0 2 0 0");
  }

  @Test
  void syncBio_goesThroughAtOnce_andTakesAlongWhatIsHeld_inOrder() {
    submit(0);
    submit(0);
    submit(SYNC);

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(0, 1, 2);
    submit(SYNC);
    assertThat(bench.ended).hasSize(4);
    assertThat(bench.records(EventKind.PLUG)).containsExactly("0 1 1 0 0", "0 0 3 0 0");
    bench.simulation.run();
    assertThat(bench.simulation.now()).as("the timer is cancelled").isZero();
  }

  @Test
  void fourthBio_unplugs_andTheNextOnePlugsAgain() {
    submit(0);
    submit(0);
    submit(0);
    assertThat(bench.ended).isEmpty();
    submit(0);
    assertThat(bench.ended).extracting(Ended::bio).containsExactly(0, 1, 2, 3);

    submit(0);
    assertThat(bench.ended).hasSize(4);
    bench.simulation.run();
    assertThat(bench.ended.get(4)).extracting(Ended::time).isEqualTo(3_000_000L);
  }

  @Test
  void bioSubmittedWhileOthersGoDown_staysBehindThem() {
    Bio sync = bench.bio(RequestOp.READ, SYNC, 0, 1);
    Bio held = bench.bio(RequestOp.READ, 0, 0, 1);
    bench
        .bio(
            RequestOp.READ,
            0,
            0,
            1,
            bio -> {
              held.submitTo(plug);
              sync.submitTo(plug);
            })
        .submitTo(plug);
    submit(0);
    submit(0);
    submit(0);

    assertThat(bench.ended).extracting(Ended::bio).containsExactly(2, 3, 4, 5, 1, 0);
  }

  @Test
  void bioSubmittedWhileOthersGoDown_isHeldAsAnyOther() {
    Bio held = bench.bio(RequestOp.READ, 0, 0, 1);
    bench.bio(RequestOp.READ, SYNC, 0, 1, bio -> held.submitTo(plug)).submitTo(plug);
    assertThat(bench.ended).extracting(Ended::bio).containsExactly(1);
    bench.simulation.run();

    assertThat(bench.ended.get(1)).extracting(Ended::time).isEqualTo(3_000_000L);
  }

  @Test
  void plug_looksLikeTheDeviceBelow() {
    assertThat(plug.id()).isEqualTo(disk.id());
    assertThat(plug.name()).isEqualTo(disk.name());
    assertThat(plug.sectors()).isEqualTo(disk.sectors());
    assertThat(plug.limits()).isEqualTo(disk.limits());
  }

  private void submit(int flags) {
    bench.bio(RequestOp.READ, flags, 0, 1).submitTo(plug);
  }
}
