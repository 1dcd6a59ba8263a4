package io.dmio.sim;

import java.util.Arrays;

/**
 * A monotone radix heap on primitive arrays, of radix 64.
 *
 * <p>A slot is kept by the highest digit of 6 bits in which its time differs from the last popped
 * time: there is a level for each place of a digit, and a bucket for each digit at it. Level 0
 * holds what differs in the lowest digit or not at all, so each of its buckets is one time. Times
 * that are equal are always in the same bucket, and buckets are lists that keep their order when
 * they are spread out, so ties leave in the order in which they came without a stored sequence
 * number.
 */
public final class RadixHeap implements EventQueue {

  private static final int DIGIT_BITS = 6;
  private static final int RADIX = 1 << DIGIT_BITS;
  private static final int LEVELS = Long.SIZE / DIGIT_BITS + 1;
  private static final int NONE = -1;

  private final int[] head = new int[LEVELS * RADIX];
  private final int[] tail = new int[LEVELS * RADIX];
  private long[] times;

  /** What follows in the same bucket; of its tail it means nothing. */
  private int[] next;

  /** The earliest time in each bucket that is not empty. */
  private final long[] earliest = new long[LEVELS * RADIX];

  /** Bit {@code l}: level {@code l} is not empty. */
  private int levels;

  /** Of each level, bit {@code d}: the bucket of digit {@code d} is not empty. */
  private final long[] digits = new long[LEVELS];

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
    append(time, slot);
    size++;
  }

  @Override
  public int pop() {
    if (levels == 0) {
      return NONE;
    }
    size--;
    int bucket = lowestBucket();
    last = earliest[bucket];
    if (head[bucket] == tail[bucket]) {
      empty(bucket);
      return head[bucket];
    }
    if (bucket >= RADIX) {
      empty(bucket);
      spread(bucket);
      bucket = lowestBucket();
    }
    int slot = head[bucket];
    if (slot == tail[bucket]) {
      empty(bucket);
    } else {
      head[bucket] = next[slot];
    }
    return slot;
  }

  @Override
  public long time(int slot) {
    return times[slot];
  }

  @Override
  public long peekTime() {
    return levels == 0 ? Long.MAX_VALUE : earliest[lowestBucket()];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void clear() {
    levels = 0;
    Arrays.fill(digits, 0);
    last = 0;
    size = 0;
  }

  /** Moves the slots of a bucket that was the lowest, in order, to where they belong now. */
  private void spread(int bucket) {
    int end = tail[bucket];
    int slot = head[bucket];
    while (slot != end) {
      int following = next[slot];
      append(times[slot], slot);
      slot = following;
    }
    append(times[slot], slot);
  }

  private int lowestBucket() {
    int level = Integer.numberOfTrailingZeros(levels);
    return level << DIGIT_BITS | Long.numberOfTrailingZeros(digits[level]);
  }

  private void append(long time, int slot) {
    int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros((time ^ last) | 1);
    int level = highestBit / DIGIT_BITS;
    int digit = (int) (time >>> level * DIGIT_BITS) & (RADIX - 1);
    int bucket = level << DIGIT_BITS | digit;
    if ((digits[level] >>> digit & 1) == 0) {
      digits[level] |= 1L << digit;
      levels |= 1 << level;
      head[bucket] = slot;
      earliest[bucket] = time;
    } else {
      next[tail[bucket]] = slot;
      earliest[bucket] = Math.min(earliest[bucket], time);
    }
    tail[bucket] = slot;
  }

  private void empty(int bucket) {
    int level = bucket >>> DIGIT_BITS;
    digits[level] &= ~(1L << bucket);
    if (digits[level] == 0) {
      levels &= ~(1 << level);
    }
  }

  private void grow(int slot) {
    int capacity = Math.max(slot + 1, times.length * 2);
    times = Arrays.copyOf(times, capacity);
    next = Arrays.copyOf(next, capacity);
  }
}
