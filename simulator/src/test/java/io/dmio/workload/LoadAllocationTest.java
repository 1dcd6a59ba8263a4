package io.dmio.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dmio.block.PayloadMode;
import io.dmio.sim.LogMode;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class LoadAllocationTest {

  private static final long CALLS = 1_000_000;

  /** A request, its list and three regions, and what the listener hears of it. */
  private static final long MOST_BYTES_PER_CALL = 400;

  @Test
  void millionCallsOfThreeRegions_allocateLittleMoreThanTheirRequests() {
    TestWorld world = new TestWorld(1, PayloadMode.TAGS, LogMode.NONE);
    world.listening = false;
    world.io.forgetEverything();
    Words words = new Words().copies(3, 3).depth(8).calls(CALLS);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long before = threads.getCurrentThreadAllocatedBytes();
    world.run(new Step.Load("l", words.spec()));
    long perCall = (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;

    assertThat(world.io.submitted).isEqualTo(CALLS);
    assertThat(perCall).isLessThanOrEqualTo(MOST_BYTES_PER_CALL);
  }
}
