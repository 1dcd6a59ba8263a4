package io.dmio.fault;

import static io.dmio.fault.FaultBench.READ_WRITE;
import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.chance;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dmio.block.Bio;
import io.dmio.block.EndBio;
import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.device.DiskBench;
import io.dmio.device.DiskSpec;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencyPresets;
import io.dmio.device.SimulatedDisk;
import io.dmio.sim.LogMode;
import io.dmio.sim.RandomStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class ManyRulesTest {

  private static final long DISK_SECTORS = 1L << 32;

  // A scan of all rules for every bio would take 2.5 * 10^9 steps.
  @Test
  void rules_areFoundBySector_amongManyElsewhere() {
    FaultBench faults = new FaultBench(new DiskBench(PayloadMode.TAGS, 1, LogMode.NONE));
    int rules = 250_000;
    for (int i = 0; i < rules; i++) {
      faults.error(READ_WRITE, Trigger.ALWAYS, Ending.NEVER, at(i * 2L, 1));
    }
    SimulatedDisk disk =
        faults.bench.disk(spec(DiskBench.spec().limits(), 0), faults.injector().forDisk(0));
    int failed = 0;
    for (int i = 0; i < 10_000; i++) {
      if (!faults.bench.run(disk, RequestOp.READ, i * 49L, 1).status().equals("OK")) {
        failed++;
      }
    }
    assertThat(failed).isEqualTo(5_000);
    assertThat(faults.injector().hits(49)).isEqualTo(1);
  }

  @Test
  void bio_allocatesNothing_inTheSteadyState() {
    FaultBench faults = new FaultBench(new DiskBench(PayloadMode.TAGS, 1, LogMode.NONE));
    faults
        .error(READ_WRITE, on().chance(chance(1, 100)).always(), Ending.AT_ONCE, at(0, 1024))
        .error(READ_WRITE, on().perSector(chance(1, 1000)).always(), Ending.ON_WRITE, at(0, 512))
        .error(READ_WRITE, on().every(1000).always(), Ending.after(100_000), at(512, 512))
        .error(READ_WRITE, on().every(7).group(1), Ending.AT_ONCE, at(100, 8))
        .error(READ_WRITE, on().group(1), Ending.ON_WRITE, at(900, 8))
        .error(READ_WRITE, on().atBio("w", 3).always(), Ending.AT_ONCE, at(0, 1024));
    SimulatedDisk disk =
        faults.bench.disk(spec(DiskBench.spec().limits(), 4), faults.injector().forDisk(0));
    Load load = new Load(faults.bench, disk);
    load.run(200_000);

    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    load.run(1_000_000);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    assertThat(allocated).as("bytes for a million bios").isLessThan(50_000);
    assertThat(faults.injector().hits(0)).isPositive();
    assertThat(faults.injector().hits(1)).isPositive();
    assertThat(disk.failed()).isPositive();
  }

  private static DiskSpec spec(QueueLimits limits, int queueDepth) {
    return DiskSpec.builder(0, "d", DISK_SECTORS)
        .latency(LatencyPresets.find("nvme"))
        .queueDepth(queueDepth == 0 ? Integer.MAX_VALUE : queueDepth)
        .driver(DriverKind.REQUEST)
        .limits(limits)
        .build();
  }

  /** Sixteen bios that are submitted again as soon as they have ended. */
  private static final class Load implements EndBio {

    private final DiskBench bench;
    private final SimulatedDisk disk;
    private final RandomStream random;
    private final Bio[] bios = new Bio[16];
    private final long address;
    private long left;

    Load(DiskBench bench, SimulatedDisk disk) {
      this.bench = bench;
      this.disk = disk;
      random = bench.simulation.choices().stream("load");
      address = bench.memory.allocate(1);
      for (int i = 0; i < bios.length; i++) {
        bios[i] = new Bio();
      }
    }

    void run(long count) {
      left = count;
      for (Bio bio : bios) {
        submit(bio);
      }
      bench.simulation.run();
    }

    @Override
    public void ended(Bio bio) {
      bio.retire();
      if (left > 0) {
        submit(bio);
      }
    }

    private void submit(Bio bio) {
      left--;
      RequestOp op = random.below(2) == 0 ? RequestOp.READ : RequestOp.WRITE;
      bio.prepare(op, 0, random.below(1016), 4, 4);
      bio.add(address, 4096);
      bio.own(this, 0);
      bio.number((int) left, 0, (int) random.below(9));
      bio.submitTo(disk);
    }
  }
}
