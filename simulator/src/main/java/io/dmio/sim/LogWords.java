package io.dmio.sim;

import java.util.Arrays;

/**
 * The kept records of an event log, six words each, in blocks as long as the ring: a log that grows
 * copies nothing, and has no more room than it needs.
 */
final class LogWords {

  private static final int WORDS = 6;
  private static final int SHIFT = Integer.numberOfTrailingZeros(EventLog.RING_SIZE);
  private static final int IN_BLOCK = EventLog.RING_SIZE - 1;

  private final boolean ring;
  private long[][] blocks = new long[1][];

  /** A ring has one block, in which new records take the place of old ones. */
  LogWords(boolean ring) {
    this.ring = ring;
  }

  void keep(long record, long time, long name, long detail, long a, long b, long c) {
    int at = (int) (record & IN_BLOCK) * WORDS;
    int number = number(record);
    long[] block = number < blocks.length && blocks[number] != null ? blocks[number] : add(number);
    block[at] = time;
    block[at + 1] = name;
    block[at + 2] = detail;
    block[at + 3] = a;
    block[at + 4] = b;
    block[at + 5] = c;
  }

  /** A word of a record that is kept. */
  long get(long record, int field) {
    return blocks[number(record)][(int) (record & IN_BLOCK) * WORDS + field];
  }

  private int number(long record) {
    return ring ? 0 : Math.toIntExact(record >>> SHIFT);
  }

  private long[] add(int number) {
    if (number >= blocks.length) {
      blocks = Arrays.copyOf(blocks, blocks.length * 2);
    }
    blocks[number] = new long[EventLog.RING_SIZE * WORDS];
    return blocks[number];
  }
}
