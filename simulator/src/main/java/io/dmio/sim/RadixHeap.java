package io.dmio.sim;

import java.util.NoSuchElementException;

/**
 * A monotone radix heap of radix 64.
 *
 * <p>An event is kept by the highest digit of 6 bits in which its time differs from the last popped
 * time: there is a level for each place of a digit, and a bucket for each digit at it. Level 0
 * holds what differs in the lowest digit or not at all, so each of its buckets is one time.
 *
 * <p>A bucket is a ring of events that is known by its tail. An event that is earlier than all of
 * the bucket goes to the head, and others to the tail: so the head is the earliest. Times that are
 * equal are always in the same bucket, in the order in which they came, and keep it when the bucket
 * is spread out; so ties need no stored sequence number.
 */
public final class RadixHeap implements EventQueue {

  private static final int DIGIT_BITS = 6;
  private static final int RADIX = 1 << DIGIT_BITS;

  private static final int LEVELS = Long.SIZE / DIGIT_BITS + 1;

  private final Level[] levels = new Level[LEVELS];

  /** The levels by how many zeros are above the highest bit of what they hold. */
  private final Level[] byZeros = new Level[Long.SIZE];

  /** Bit {@code l}: level {@code l} is not empty. */
  private int used;

  private long last;

  /** Makes an empty heap. */
  public RadixHeap() {
    for (int level = 0; level < LEVELS; level++) {
      levels[level] = new Level(level);
    }
    for (int bit = 0; bit < Long.SIZE; bit++) {
      byZeros[Long.SIZE - 1 - bit] = levels[bit / DIGIT_BITS];
    }
  }

  @Override
  public void push(long time, Event event) {
    if (time < last) {
      throw new IllegalArgumentException("time " + time + " is before the current time " + last);
    }
    event.time = time;
    add(event);
  }

  @Override
  public Event pop() {
    if (used == 0) {
      throw new NoSuchElementException("no event is in the queue");
    }
    Level level = lowestLevel();
    Event tail = level.lowestTail();
    Event head = tail.next;
    last = head.time;
    if (head != tail && level.shift == 0) {
      tail.next = head.next;
      return head;
    }
    level.digits &= level.digits - 1;
    if (level.digits == 0) {
      used &= used - 1;
    }
    if (head != tail) {
      spread(head.next, tail);
    }
    return head;
  }

  @Override
  public boolean isEmpty() {
    return used == 0;
  }

  @Override
  public long peekTime() {
    return used == 0 ? Long.MAX_VALUE : lowestLevel().lowestTail().next.time;
  }

  @Override
  public void clear() {
    for (Level level : levels) {
      level.digits = 0;
    }
    used = 0;
    last = 0;
  }

  /** Moves events that follow each other, in order, to where they belong now. */
  private void spread(Event first, Event end) {
    Event following = first;
    Event event;
    do {
      event = following;
      following = event.next;
      add(event);
    } while (event != end);
  }

  private Level lowestLevel() {
    return levels[Integer.numberOfTrailingZeros(used)];
  }

  private void add(Event event) {
    long differing = (event.time ^ last) | 1;
    Level level = byZeros[Long.numberOfLeadingZeros(differing)];
    used |= level.bit;
    level.add(event);
  }

  /** The events whose times differ from the last popped one in the same digit at most. */
  private static final class Level {

    /** How many bits are below its digit. */
    private final int shift;

    /** Its bit among the levels that are not empty. */
    private final int bit;

    private final Event[] tails = new Event[RADIX];

    /** Bit {@code d}: the bucket of digit {@code d} is not empty. */
    private long digits;

    Level(int number) {
      shift = number * DIGIT_BITS;
      bit = 1 << number;
    }

    Event lowestTail() {
      return tails[Long.numberOfTrailingZeros(digits)];
    }

    void add(Event event) {
      int digit = (int) (event.time >>> shift) & (RADIX - 1);
      if ((digits >>> digit & 1) == 0) {
        digits |= 1L << digit;
        event.next = event;
        tails[digit] = event;
        return;
      }
      Event tail = tails[digit];
      Event head = tail.next;
      event.next = head;
      tail.next = event;
      if (event.time >= head.time) {
        tails[digit] = event;
      }
    }
  }
}
