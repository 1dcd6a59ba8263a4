package io.dmio.bench;

import io.dmio.sim.EventQueue;
import io.dmio.sim.RadixHeap;
import java.util.PriorityQueue;

/**
 * The classic measure of an event queue: with so many events pending, take the earliest and insert
 * one at a later time.
 */
public final class HoldBenchmark {

  private final int pending;
  private final long[] delays = new long[1 << 12];

  public HoldBenchmark(int pending) {
    this.pending = pending;
    long state = 1;
    for (int i = 0; i < delays.length; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      delays[i] = 40_000 + (state >>> 33) % 80_000;
    }
  }

  /** Ours. */
  public long radixHeap(int operations) {
    EventQueue queue = new RadixHeap();
    for (int slot = 0; slot < pending; slot++) {
      queue.push(delay(slot), slot);
    }
    long sum = 1;
    for (int i = 0; i < operations; i++) {
      int slot = queue.pop();
      long time = queue.time(slot);
      sum += time;
      queue.push(time + delay(i), slot);
    }
    return sum;
  }

  /** What one writes without thinking about it. */
  public long priorityQueue(int operations) {
    PriorityQueue<PlainEvent<String>> queue = new PriorityQueue<>();
    for (int number = 0; number < pending; number++) {
      queue.add(new PlainEvent<>(delay(number), number, ""));
    }
    long sum = 1;
    for (int i = 0; i < operations; i++) {
      long time = queue.remove().time();
      sum += time;
      queue.add(new PlainEvent<>(time + delay(i), pending + (long) i, ""));
    }
    return sum;
  }

  private long delay(int number) {
    return delays[number & (delays.length - 1)];
  }
}
