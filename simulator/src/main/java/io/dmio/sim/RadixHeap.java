package io.dmio.sim;

import java.util.Arrays;

/**
 * A monotone radix heap on primitive arrays, of radix 64.
 *
 * <p>A slot is kept by the highest digit of 6 bits in which its time differs from the last popped
 * time: there is a level for each place of a digit, and a bucket for each digit at it. Level 0
 * holds what differs in the lowest digit or not at all, so each of its buckets is one time.
 *
 * <p>A bucket is a ring of slots that is known by its tail. A slot that is earlier than all of the
 * bucket goes to the head, and others to the tail: so the head is the earliest. Times that are
 * equal are always in the same bucket, in the order in which they came, and keep it when the bucket
 * is spread out; so ties need no stored sequence number.
 */
public final class RadixHeap implements EventQueue {

  private static final int DIGIT_BITS = 6;
  private static final int RADIX = 1 << DIGIT_BITS;
  private static final int LEVELS = Long.SIZE / DIGIT_BITS + 1;
  private static final int NONE = -1;

  private final Level[] levels = new Level[LEVELS];

  /** The levels by how many zeros are above the highest bit of what they hold. */
  private final Level[] byZeros = new Level[Long.SIZE];

  private long[] times = new long[64];

  /** What follows a slot in its bucket; the head follows the tail. */
  private int[] next = new int[64];

  /** Bit {@code l}: level {@code l} is not empty. */
  private int used;

  private long last;

  /** Makes an empty heap; it grows with the highest slot. */
  public RadixHeap() {
    for (int level = 0; level < LEVELS; level++) {
      levels[level] = new Level(level);
    }
    for (int bit = 0; bit < Long.SIZE; bit++) {
      byZeros[Long.SIZE - 1 - bit] = levels[bit / DIGIT_BITS];
    }
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
    add(time, slot);
  }

  @Override
  public int pop() {
    if (used == 0) {
      return NONE;
    }
    Level level = levels[Integer.numberOfTrailingZeros(used)];
    int digit = Long.numberOfTrailingZeros(level.digits);
    int tail = level.tails[digit];
    int head = next[tail];
    last = times[head];
    if (head != tail && level.shift == 0) {
      next[tail] = next[head];
      return head;
    }
    level.tails[digit] = NONE;
    level.digits &= level.digits - 1;
    if (level.digits == 0) {
      used &= used - 1;
    }
    if (head != tail) {
      spread(next[head], tail);
    }
    return head;
  }

  @Override
  public long time(int slot) {
    return times[slot];
  }

  /** Moves slots that follow each other, in order, to where they belong now. */
  private void spread(int first, int end) {
    int following = first;
    int slot;
    do {
      slot = following;
      following = next[slot];
      add(times[slot], slot);
    } while (slot != end);
  }

  private void add(long time, int slot) {
    Level level = byZeros[Long.numberOfLeadingZeros((time ^ last) | 1)];
    int digit = (int) (time >>> level.shift) & (RADIX - 1);
    int tail = level.tails[digit];
    if (tail == NONE) {
      used |= level.bit;
      level.digits |= 1L << digit;
      next[slot] = slot;
      level.tails[digit] = slot;
      return;
    }
    int head = next[tail];
    next[slot] = head;
    next[tail] = slot;
    if (time >= times[head]) {
      level.tails[digit] = slot;
    }
  }

  private void grow(int slot) {
    int capacity = Math.max(slot + 1, times.length * 2);
    times = Arrays.copyOf(times, capacity);
    next = Arrays.copyOf(next, capacity);
  }

  /** The slots whose times differ from the last popped one in the same digit at most. */
  private static final class Level {

    /** How many bits are below its digit. */
    final int shift;

    /** Its bit among the levels that are not empty. */
    final int bit;

    /** The tail of each bucket, {@link #NONE} of an empty one. */
    final int[] tails = new int[RADIX];

    /** Bit {@code d}: the bucket of digit {@code d} is not empty. */
    long digits;

    Level(int number) {
      shift = number * DIGIT_BITS;
      bit = 1 << number;
      Arrays.fill(tails, NONE);
    }
  }
}
