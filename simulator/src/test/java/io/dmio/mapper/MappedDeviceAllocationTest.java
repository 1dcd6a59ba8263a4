package io.dmio.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dmio.block.Bio;
import io.dmio.block.EndBio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.DiskBench;
import io.dmio.device.DiskFaults;
import io.dmio.device.SimulatedDisk;
import io.dmio.sim.LogMode;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts bytes, not time. */
final class MappedDeviceAllocationTest {

  private static final int BIOS = 200_000;

  @Test
  void biosThroughEveryTarget_inTheSteadyState_allocateNothing() {
    DiskBench bench = new DiskBench(PayloadMode.TAGS, 1, LogMode.NONE);
    SimulatedDisk disk = bench.disk(DiskBench.cached(DiskBench.spec()), DiskFaults.NONE);
    MappedDevice device =
        new MappedDevice(1, "dm", bench.simulation, table(bench, disk), disk.limits());
    long address = bench.memory.allocate(32);
    run(bench, device, address);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(bench, device, address);
    long perThousand = (threads.getCurrentThreadAllocatedBytes() - before) * 1_000 / BIOS;

    assertThat(perThousand).as("bytes per thousand bios").isLessThanOrEqualTo(100);
  }

  private static List<Segment> table(DiskBench bench, SimulatedDisk disk) {
    LowerRange below = new LowerRange(disk, 0, 0);
    DustTarget dust = new DustTarget(below, 8);
    dust.addBadBlock(1_000);
    return List.of(
        new Segment(0, 16, new LinearTarget(below)),
        new Segment(16, 16, dust),
        new Segment(32, 16, new ZeroTarget(bench.memory)),
        new Segment(48, 16, new DelayTarget(below, bench.simulation, 10)),
        new Segment(64, 16, new StripedTarget(List.of(below, below), 8)),
        new Segment(80, 16, new ErrorTarget()),
        new Segment(
            96,
            16,
            new FlakeyTarget(
                1, below, FlakeyFaults.DROP_WRITES, () -> true, bench.memory, TargetWatch.NONE)));
  }

  private static void run(DiskBench bench, MappedDevice device, long address) {
    EndBio forget = done -> {};
    Bio bio = new Bio();
    for (int i = 0; i < BIOS; i++) {
      RequestOp op = i % 2 == 0 ? RequestOp.WRITE : RequestOp.READ;
      int flags = i % 4 == 0 ? RequestFlag.PREFLUSH.bit() : 0;
      bio.prepare(op, flags, i % 13, 4, 4);
      bio.own(forget, 0);
      bio.add(address, 99 * 512);
      bio.submitTo(device);
      bench.simulation.run();
      bio.retire();
    }
  }
}
