package io.dmio.sim;

import java.util.Arrays;

/**
 * A monotone radix heap on primitive arrays.
 *
 * <p>Bucket {@code b} holds the slots whose time differs from the last popped time in bit {@code b
 * - 1} at the highest; bucket 0 holds equal times. Times that are equal are always in the same
 * bucket, and buckets are lists that keep their order when they are spread out, so ties leave in
 * the order in which they came without a stored sequence number.
 */
public final class RadixHeap implements EventQueue {

  private static final int BUCKETS = Long.SIZE + 1;
  private static final int NONE = -1;

  private final int[] head = new int[BUCKETS];
  private final int[] tail = new int[BUCKETS];
  private long[] times;
  private int[] next;

  /** Bit {@code b - 1}: bucket {@code b} is not empty. */
  private long occupied;

  private long last;
  private int size;

  /** Makes an empty heap; it grows with the highest slot. */
  public RadixHeap() {
    times = new long[64];
    next = new int[64];
    Arrays.fill(head, NONE);
  }

  @Override
  public void push(long time, int slot) {
    if (time < last) {
      throw new IllegalArgumentException("time " + time + " is before the current time " + last);
    }
    if (slot >= times.length) {
      grow(slot);
    }
    times[slot] = time;
    append(bucketOf(time), slot);
    size++;
  }

  @Override
  public int pop() {
    if (head[0] == NONE && !refill()) {
      return NONE;
    }
    int slot = head[0];
    head[0] = next[slot];
    size--;
    return slot;
  }

  @Override
  public long time(int slot) {
    return times[slot];
  }

  @Override
  public long peekTime() {
    if (head[0] != NONE) {
      return last;
    }
    return occupied == 0 ? Long.MAX_VALUE : earliestIn(lowestBucket());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void clear() {
    Arrays.fill(head, NONE);
    occupied = 0;
    last = 0;
    size = 0;
  }

  private boolean refill() {
    if (occupied == 0) {
      return false;
    }
    int bucket = lowestBucket();
    last = earliestIn(bucket);
    int slot = head[bucket];
    head[bucket] = NONE;
    occupied &= occupied - 1;
    while (slot != NONE) {
      int following = next[slot];
      append(bucketOf(times[slot]), slot);
      slot = following;
    }
    return true;
  }

  private int lowestBucket() {
    return Long.numberOfTrailingZeros(occupied) + 1;
  }

  private long earliestIn(int bucket) {
    long earliest = Long.MAX_VALUE;
    for (int slot = head[bucket]; slot != NONE; slot = next[slot]) {
      earliest = Math.min(earliest, times[slot]);
    }
    return earliest;
  }

  private int bucketOf(long time) {
    return Long.SIZE - Long.numberOfLeadingZeros(time ^ last);
  }

  private void append(int bucket, int slot) {
    next[slot] = NONE;
    if (head[bucket] == NONE) {
      head[bucket] = slot;
      if (bucket > 0) {
        occupied |= 1L << (bucket - 1);
      }
    } else {
      next[tail[bucket]] = slot;
    }
    tail[bucket] = slot;
  }

  private void grow(int slot) {
    int capacity = Math.max(slot + 1, times.length * 2);
    times = Arrays.copyOf(times, capacity);
    next = Arrays.copyOf(next, capacity);
  }
}
