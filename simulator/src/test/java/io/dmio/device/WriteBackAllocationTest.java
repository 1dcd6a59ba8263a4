package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dmio.block.Bio;
import io.dmio.block.EndBio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.sim.LogMode;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Counts bytes, not time. */
final class WriteBackAllocationTest {

  private static final int BIOS = 50_000;
  private static final EndBio FORGET = done -> {};

  @Test
  void writesFlushesAndFua_inTheSteadyState_allocateNothing() {
    DiskBench bench = new DiskBench(PayloadMode.TAGS, 1, LogMode.NONE);
    SimulatedDisk disk = bench.disk(spec(), DiskFaults.NONE);
    long address = bench.memory.allocate(2);
    run(bench, disk, address, 0);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(bench, disk, address, BIOS);
    long perThousand = (threads.getCurrentThreadAllocatedBytes() - before) * 1_000 / BIOS;

    assertThat(perThousand).as("bytes per thousand bios").isLessThanOrEqualTo(100);
  }

  private static DiskSpec spec() {
    LatencySpec latency = new LatencySpec.Fixed(10);
    return DiskBench.spec(latency, 4, DriverKind.BIO)
        .change()
        .cache(new CacheSpec(CacheMode.WRITE_BACK, 64 * Sectors.SIZE, true))
        .atomicWriteBytes(2 * Sectors.SIZE)
        .build();
  }

  private static void run(DiskBench bench, SimulatedDisk disk, long address, int from) {
    Bio bio = new Bio();
    for (int i = from; i < from + BIOS; i++) {
      bench.memory.contents().setTag(Sectors.ofBytes(address) + i % 8, Tags.stamp(i, 0));
      bio.prepare(RequestOp.WRITE, flags(i), i * 7L % 999, 4, 4);
      bio.own(FORGET, 0);
      bio.add(address, 8 * Sectors.SIZE);
      bio.submitTo(disk);
      bench.simulation.run();
      bio.retire();
    }
  }

  private static int flags(int i) {
    int preflush = i % 50 == 0 ? RequestFlag.PREFLUSH.bit() : 0;
    return i % 7 == 0 ? preflush | RequestFlag.FUA.bit() : preflush;
  }
}
