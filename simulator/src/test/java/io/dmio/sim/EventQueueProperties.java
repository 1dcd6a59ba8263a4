package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class EventQueueProperties {

  @Property
  void radixHeap_popsWhatTheBinaryHeapPops(
      @ForAll long seed, @ForAll @IntRange(max = 62) int spreadBits) {
    RandomStream stream = new SeededChoices(seed).stream("queue");
    RadixHeap radix = new RadixHeap();
    BinaryHeap binary = new BinaryHeap();
    ArrayDeque<Integer> free = new ArrayDeque<>();
    int slots = 0;
    long now = 0;
    for (int i = 0; i < 600; i++) {
      boolean filling = stream.below(5) < (i / 100 % 2 == 0 ? 3 : 2);
      if (filling) {
        int slot = free.isEmpty() ? slots++ : free.removeFirst();
        long delay = stream.below(1L << stream.below(spreadBits + 1));
        long time = now + Math.min(delay, Long.MAX_VALUE - now);
        radix.push(time, slot);
        binary.push(time, slot);
      } else {
        int slot = binary.pop();
        assertThat(radix.pop()).isEqualTo(slot);
        if (slot >= 0) {
          now = binary.time(slot);
          assertThat(radix.time(slot)).isEqualTo(now);
          free.addLast(slot);
        }
      }
    }
  }

  @Property
  void ties_leaveInTheOrderInWhichTheyCame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int distinctTimes) {
    RandomStream stream = new SeededChoices(seed).stream("ties");
    for (EventQueue queue : List.of(new RadixHeap(), new BinaryHeap())) {
      int[] lastSlotOf = new int[distinctTimes];
      for (int slot = 0; slot < 200; slot++) {
        queue.push(1_000 + stream.below(distinctTimes), slot);
      }
      long before = 0;
      for (int i = 0; i < 200; i++) {
        int slot = queue.pop();
        int which = (int) (queue.time(slot) - 1_000);
        assertThat(queue.time(slot)).isGreaterThanOrEqualTo(before);
        assertThat(slot).isGreaterThanOrEqualTo(lastSlotOf[which]);
        lastSlotOf[which] = slot;
        before = queue.time(slot);
      }
      assertThat(queue.pop()).isEqualTo(-1);
    }
  }

  @Property
  void simulation_onBothHeaps_givesTheSameRun(
      @ForAll long seed, @ForAll @IntRange(max = 40) int spreadBits) {
    RandomRun radix = new RandomRun(new RadixHeap(), seed, spreadBits);
    RandomRun binary = new RandomRun(new BinaryHeap(), seed, spreadBits);
    radix.simulation.run();
    binary.simulation.run();
    assertThat(radix.order).isNotEmpty().isEqualTo(binary.order);
    assertThat(radix.simulation.log().digest()).isEqualTo(binary.simulation.log().digest());
    assertThat(radix.simulation.dispatched()).isEqualTo(binary.simulation.dispatched());
  }

  /** A world whose events schedule, cancel and tie at random. */
  private static final class RandomRun {

    private final Simulation simulation;
    private final RandomStream stream;
    private final List<Long> order = new ArrayList<>();
    private final List<Long> handles = new ArrayList<>();
    private final int spreadBits;

    RandomRun(EventQueue queue, long seed, int spreadBits) {
      SeededChoices choices = new SeededChoices(seed);
      Limits limits = new Limits(Long.MAX_VALUE, 10_000);
      simulation = new Simulation(queue, choices, new EventLog(LogMode.NONE), limits);
      stream = choices.stream("run");
      this.spreadBits = spreadBits;
      for (int i = 0; i < 20; i++) {
        schedule();
      }
    }

    private void schedule() {
      long delay = stream.below(4) == 0 ? 0 : stream.below(1L << stream.below(spreadBits + 1)) + 1;
      handles.add(
          stream.below(8) == 0
              ? simulation.scheduleBackground(delay, this::handle, handles.size())
              : simulation.schedule(delay, this::handle, handles.size()));
    }

    private void handle(long number) {
      order.add(number);
      simulation.record(EventKind.MARK, (int) number, 0, stream.draws(), 0, 0);
      for (long i = stream.below(4); i > 0 && handles.size() < 300; i--) {
        schedule();
      }
      if (stream.below(3) == 0) {
        boolean cancelled = simulation.cancel(handles.get((int) stream.below(handles.size())));
        order.add(cancelled ? -1L : -2L);
      }
    }
  }
}
