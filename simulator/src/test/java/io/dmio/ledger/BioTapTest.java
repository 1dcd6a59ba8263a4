package io.dmio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.engine.FakeDevice;
import io.dmio.engine.Heard;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BioTapTest {

  private final BioTap tap =
      new BioTap(
          new Simulation(
              new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.NONE), Limits.DEFAULT));
  private final FakeDevice disk = FakeDevice.holding(0);
  private int calls;

  /** Submits calls of one bio each. */
  private void submit(int bios) {
    for (int i = 0; i < bios; i++) {
      IoRegion region = new IoRegion(disk, 8L * i, 8);
      IoRequest request =
          IoRequest.of(calls, RequestOp.WRITE, false, new IoMemory.None(), List.of(region));
      ObservedCall call = new ObservedCall(calls, new NoEvents());
      call.open(request, new Heard(), 0, false);
      Bio bio = new Bio();
      bio.prepare(RequestOp.WRITE, 0, region.sector(), 0, 0);
      bio.own(ended -> {}, 0);
      bio.number(calls, calls, 0);
      calls++;
      tap.submitted(call, 0, region, bio);
      bio.submitTo(disk);
    }
  }

  @Test
  void biosUnderWay_areThoseThatHaveNotEnded() {
    assertThat(tap.underWay()).isZero();
    submit(3);
    assertThat(tap.underWay()).isEqualTo(3);
    disk.end(0, BlockStatus.OK);
    disk.end(0, BlockStatus.MEDIUM);
    assertThat(tap.underWay()).isEqualTo(1);
    submit(2);
    assertThat(tap.underWay()).isEqualTo(3);
    assertThat(tap.submitted()).isEqualTo(5);
  }

  @Test
  void hostThatDies_leavesNoneUnderWay() {
    submit(3);
    disk.end(0, BlockStatus.OK);

    tap.dropHost();

    assertThat(tap.underWay()).isZero();
    assertThat(tap.slots()).noneMatch(TappedBio::isOpen);
    submit(4);
    assertThat(tap.underWay()).isEqualTo(4);
    assertThat(tap.slots()).hasSize(4).allMatch(TappedBio::isOpen);
  }
}
