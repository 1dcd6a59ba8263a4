package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Counts bytes, not time: an exact claim on any machine. */
final class AllocationTest {

  private static final int EVENTS = 1_000_000;

  @Test
  void eventCore_inItsSteadyState_allocatesNothing() {
    Limits limits = new Limits(Long.MAX_VALUE, 10L * EVENTS);
    SeededChoices choices = new SeededChoices(1);
    Simulation simulation =
        new Simulation(new RadixHeap(), choices, new EventLog(LogMode.RING), limits);
    Load load = new Load(simulation, QuantileTable.lognormal(80_000, 400_000));
    load.start(200_000);
    simulation.run();
    load.start(EVENTS);
    long before = allocatedBytes();
    simulation.run();
    long perThousand = (allocatedBytes() - before) * 1_000 / EVENTS;
    assertThat(load.left).isNegative();
    assertThat(perThousand).as("bytes per thousand events").isLessThanOrEqualTo(100);
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** Sixty-four events that go on and on, each with a timer that it cancels. */
  private static final class Load implements EventHandler {

    private final Simulation simulation;
    private final RandomStream latency;
    private final QuantileTable table;
    private int left;
    private long timer;

    Load(Simulation simulation, QuantileTable table) {
      this.simulation = simulation;
      this.table = table;
      this.latency = simulation.choices().stream("latency");
    }

    void start(int events) {
      left = events;
      for (int i = 0; i < 64; i++) {
        simulation.schedule(i, this, i);
      }
    }

    @Override
    public void handle(long argument) {
      simulation.record(EventKind.END, (int) argument, 0, left, 0, 0);
      if (--left < 0) {
        return;
      }
      simulation.cancel(timer);
      timer = simulation.scheduleBackground(30_000_000, this, -1);
      simulation.schedule(table.at(latency.next()), this, argument);
    }
  }
}
