package io.dmio.device;

import java.util.Arrays;

/**
 * Numbered places, each for one content of one atomic unit, in two lists at once: the line of all
 * versions in the order in which they came, and the contents of one unit from the oldest to the
 * newest.
 */
final class VersionStore {

  /** No place. */
  static final int NONE = -1;

  private final int width;
  private long[] units = new long[16];
  private long[] serials = new long[16];
  private int[] newer = new int[16];
  private int[] ahead = new int[16];
  private int[] behind = new int[16];
  private int[] free = new int[16];
  private long[] tags;
  private int freeCount;
  private int slotCount;
  private int head = NONE;
  private int tail = NONE;
  private int queueLength;

  /** Makes a store of contents of so many sectors. */
  VersionStore(int width) {
    this.width = width;
    tags = new long[16 * width];
  }

  /** Takes a place that is in neither list; its content is whatever it was. */
  int take(long unit, long serial) {
    int slot = freeCount > 0 ? free[--freeCount] : newSlot();
    units[slot] = unit;
    serials[slot] = serial;
    newer[slot] = NONE;
    return slot;
  }

  /** Gives back a place that is in neither list. */
  void giveBack(int slot) {
    free[freeCount++] = slot;
  }

  /** Puts a place at the end of the line. */
  void append(int slot) {
    ahead[slot] = tail;
    behind[slot] = NONE;
    if (tail == NONE) {
      head = slot;
    } else {
      behind[tail] = slot;
    }
    tail = slot;
    queueLength++;
  }

  /** Takes a place out of the line. */
  void remove(int slot) {
    if (ahead[slot] == NONE) {
      head = behind[slot];
    } else {
      behind[ahead[slot]] = behind[slot];
    }
    if (behind[slot] == NONE) {
      tail = ahead[slot];
    } else {
      ahead[behind[slot]] = ahead[slot];
    }
    queueLength--;
  }

  /** The first in the line, or {@link #NONE}. */
  int head() {
    return head;
  }

  /** The next in the line, or {@link #NONE}. */
  int behind(int slot) {
    return behind[slot];
  }

  /** How many are in the line. */
  int queueLength() {
    return queueLength;
  }

  /** The next content of the same unit, or {@link #NONE}. */
  int newer(int slot) {
    return newer[slot];
  }

  /** Says what the next content of the same unit is. */
  void setNewer(int slot, int next) {
    newer[slot] = next;
  }

  /** The unit of a place. */
  long unit(int slot) {
    return units[slot];
  }

  /** When it came. */
  long serial(int slot) {
    return serials[slot];
  }

  /** The array with the content of all places. */
  long[] tags() {
    return tags;
  }

  /** Where in {@link #tags} a place's content begins. */
  int offset(int slot) {
    return slot * width;
  }

  /** A copy of a content. */
  long[] copy(int slot) {
    return Arrays.copyOfRange(tags, offset(slot), offset(slot) + width);
  }

  /** Whether two places have the same content. */
  boolean equal(int one, int other) {
    int a = offset(one);
    int b = offset(other);
    return Arrays.equals(tags, a, a + width, tags, b, b + width);
  }

  private int newSlot() {
    if (slotCount == free.length) {
      int capacity = slotCount * 2;
      units = Arrays.copyOf(units, capacity);
      serials = Arrays.copyOf(serials, capacity);
      newer = Arrays.copyOf(newer, capacity);
      ahead = Arrays.copyOf(ahead, capacity);
      behind = Arrays.copyOf(behind, capacity);
      free = Arrays.copyOf(free, capacity);
      tags = Arrays.copyOf(tags, Math.multiplyExact(capacity, width));
    }
    return slotCount++;
  }
}
