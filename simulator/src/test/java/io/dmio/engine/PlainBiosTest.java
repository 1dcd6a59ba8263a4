package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockLayer;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.sim.EventLog;
import io.dmio.sim.KernelBug;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainBiosTest {

  private final Simulation simulation =
      new Simulation(
          new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.NONE), Limits.DEFAULT);
  private final PlainBios bios = new PlainBios(simulation, () -> 7);
  private final Device device = new Device();
  private final List<String> heard = new ArrayList<>();
  private final IoCallback callback =
      new IoCallback() {
        @Override
        public void returned(IoRequest request, IoReturn result) {
          heard.add("returned " + result.errno() + " " + result.bits());
        }

        @Override
        public void notified(IoRequest request, long errorBits) {
          heard.add("notified " + errorBits);
        }
      };

  @Test
  void neighboursInMemory_shareAVector_andOthersDoNot() {
    send(RequestOp.WRITE, true, new IoMemory.KernelMemory(4096, 1 << 21), 4096);
    assertThat(device.last().vecCount()).isEqualTo(1);
    assertThat(device.last().bytes()).isEqualTo(1 << 21);

    send(RequestOp.WRITE, true, new IoMemory.PageList(new long[] {8192, 4096, 16384}, 512), 20);
    assertThat(device.last().vecCount()).isEqualTo(3);
    assertThat(device.last().vecAddress(0)).isEqualTo(8192 + 512);
    assertThat(device.last().vecLength(2)).isEqualTo(20 * 512 - 3584 - 4096);
  }

  @Test
  void asyncBio_thatEndsAtOnce_isNotifiedBeforeItHasReturned() {
    device.status = BlockStatus.MEDIUM;
    send(RequestOp.WRITE, false, new IoMemory.KernelMemory(4096, 4096), 8);

    assertThat(heard).containsExactly("notified 1", "returned OK 0");
  }

  @Test
  void syncBio_returnsOnceItHasEnded_byAnEventOfItsOwn() {
    device.holds = true;
    send(RequestOp.READ, true, new IoMemory.KernelMemory(4096, 4096), 8);
    assertThat(heard).isEmpty();

    device.last().end(BlockStatus.IOERR);
    assertThat(heard).isEmpty();
    simulation.run();

    assertThat(heard).containsExactly("returned EIO 1");
  }

  @Test
  void flags_areThoseOfTheRequest_andSyncForASynchronousOne() {
    send(RequestOp.WRITE, true, new IoMemory.KernelMemory(4096, 4096), 8);
    assertThat(RequestFlag.listOf(device.last().flags()))
        .containsExactly(RequestFlag.SYNC, RequestFlag.META);
    assertThat(device.last().ioPriority()).isEqualTo(3);
    assertThat(device.last().number()).isEqualTo(7);
  }

  @Test
  void operationThatTheDeviceCannotDo_isNotSupported() {
    send(RequestOp.DISCARD, true, new IoMemory.None(), 8);

    assertThat(device.last().status()).isEqualTo(BlockStatus.NOTSUPP);
    assertThat(heard).containsExactly("returned EIO 1");
  }

  @Test
  void bioToSeveralRegions_isABug() {
    IoRegion region = new IoRegion(device, 0, 8);
    IoRequest request =
        IoRequest.of(1, RequestOp.WRITE, true, new IoMemory.None(), List.of(region, region));

    assertThatThrownBy(() -> bios.submit(request, callback)).isInstanceOf(KernelBug.class);
  }

  private void send(RequestOp op, boolean sync, IoMemory memory, long count) {
    int flags = RequestFlag.META.bit();
    List<IoRegion> regions = List.of(new IoRegion(device, 0, count));
    bios.submit(new IoRequest(1, op, sync, flags, 3, memory, regions, 0), callback);
  }

  /** Ends bios at once, unless it holds them. */
  private static final class Device implements BlockDevice {

    private final List<Bio> seen = new ArrayList<>();
    private BlockStatus status = BlockStatus.OK;
    private boolean holds;

    Bio last() {
      return seen.get(seen.size() - 1);
    }

    @Override
    public int id() {
      return 0;
    }

    @Override
    public String name() {
      return "device";
    }

    @Override
    public long sectors() {
      return 1 << 20;
    }

    @Override
    public QueueLimits limits() {
      return QueueLimits.UNLIMITED;
    }

    @Override
    public void submit(Bio bio) {
      seen.add(bio);
      if (BlockLayer.passes(bio, this) && !holds) {
        bio.end(status);
      }
    }
  }
}
