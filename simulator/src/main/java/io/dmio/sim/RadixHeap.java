package io.dmio.sim;

import java.util.Arrays;

/**
 * A monotone radix heap on primitive arrays.
 *
 * <p>Bucket {@code b} holds the slots whose time differs from the last popped time in bit {@code b
 * - 1} at the highest; bucket 0 holds equal times. Times that are equal are always in the same
 * bucket, and buckets are lists that keep their order when they are spread out, so ties leave in
 * the order in which they came without a stored sequence number. Times are not negative, so their
 * highest bit never differs.
 */
public final class RadixHeap implements EventQueue {

  private static final int BUCKETS = Long.SIZE;
  private static final int NONE = -1;

  private final int[] head = new int[BUCKETS];
  private final int[] tail = new int[BUCKETS];
  private long[] times;
  private int[] next;

  /** The earliest time in each bucket that is not empty. */
  private final long[] earliest = new long[BUCKETS];

  /** Bit {@code b}: bucket {@code b} is not empty. */
  private long occupied;

  private long last;
  private int size;

  /** Makes an empty heap; it grows with the highest slot. */
  public RadixHeap() {
    times = new long[64];
    next = new int[64];
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
    if ((occupied & 1) == 0) {
      if (occupied == 0) {
        return NONE;
      }
      int bucket = lowestBucket();
      last = earliest[bucket];
      occupied &= occupied - 1;
      if (head[bucket] == tail[bucket]) {
        size--;
        return head[bucket];
      }
      spread(bucket);
    }
    int slot = head[0];
    head[0] = next[slot];
    if (head[0] == NONE) {
      occupied &= ~1L;
    }
    size--;
    return slot;
  }

  @Override
  public long time(int slot) {
    return times[slot];
  }

  @Override
  public long peekTime() {
    return occupied == 0 ? Long.MAX_VALUE : earliest[lowestBucket()];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void clear() {
    occupied = 0;
    last = 0;
    size = 0;
  }

  /** Moves the slots of a bucket that is the lowest, in order, to where they belong now. */
  private void spread(int bucket) {
    int slot = head[bucket];
    while (slot != NONE) {
      int following = next[slot];
      append(bucketOf(times[slot]), slot);
      slot = following;
    }
  }

  private int lowestBucket() {
    return Long.numberOfTrailingZeros(occupied);
  }

  private int bucketOf(long time) {
    return Long.SIZE - Long.numberOfLeadingZeros(time ^ last);
  }

  private void append(int bucket, int slot) {
    long time = times[slot];
    next[slot] = NONE;
    if ((occupied >>> bucket & 1) == 0) {
      occupied |= 1L << bucket;
      head[bucket] = slot;
      earliest[bucket] = time;
    } else {
      next[tail[bucket]] = slot;
      earliest[bucket] = Math.min(earliest[bucket], time);
    }
    tail[bucket] = slot;
  }

  private void grow(int slot) {
    int capacity = Math.max(slot + 1, times.length * 2);
    times = Arrays.copyOf(times, capacity);
    next = Arrays.copyOf(next, capacity);
  }
}
