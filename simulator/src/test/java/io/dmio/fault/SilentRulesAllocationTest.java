package io.dmio.fault;

import static io.dmio.fault.FaultBench.at;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dmio.block.Bio;
import io.dmio.block.EndBio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.device.DiskBench;
import io.dmio.fault.SilentKind.LostWrite;
import io.dmio.fault.SilentKind.MisdirectedWrite;
import io.dmio.fault.SilentKind.StaleRead;
import io.dmio.fault.SilentKind.ZeroedSector;
import io.dmio.sim.LogMode;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Counts bytes, not time. */
final class SilentRulesAllocationTest {

  private static final int BIOS = 50_000;
  private static final EndBio FORGET = done -> {};

  @Test
  void biosUnderSilentRules_hitOrNot_allocateNothing() {
    DiskBench bench = new DiskBench(PayloadMode.TAGS, 1, LogMode.NONE);
    FaultBench faults = new FaultBench(bench);
    Misdirection to = new Misdirection(Misdirection.ANYWHERE, 2000, 4096);
    faults
        .silent(new LostWrite(), on().every(3).always(), Ending.AT_ONCE, at(0, 64))
        .silent(new MisdirectedWrite(to), on().every(5).always(), Ending.AT_ONCE, at(32, 64))
        .silent(new StaleRead(), on().every(2).always(), Ending.AT_ONCE, at(0, 99))
        .silent(new ZeroedSector(), on().every(7).always(), Ending.AT_ONCE, at(8, 300));
    faults.quietly();
    long address = bench.memory.allocate(2);
    run(faults, address);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(faults, address);
    long perThousand = (threads.getCurrentThreadAllocatedBytes() - before) * 1_000 / BIOS;

    assertThat(faults.injector().hits(0)).isGreaterThan(1000);
    assertThat(perThousand).as("bytes per thousand bios").isLessThanOrEqualTo(100);
  }

  private static void run(FaultBench faults, long address) {
    Bio bio = new Bio();
    for (int i = 0; i < BIOS; i++) {
      RequestOp op = i % 3 == 0 ? RequestOp.READ : RequestOp.WRITE;
      bio.prepare(op, 0, i * 7L % 400, 4, 4);
      bio.own(FORGET, 0);
      bio.add(address, 8 * Sectors.SIZE);
      bio.submitTo(faults.disk());
      faults.bench.simulation.run();
      bio.retire();
    }
  }
}
