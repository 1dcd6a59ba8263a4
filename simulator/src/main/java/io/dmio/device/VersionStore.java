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
  private int placeCount;
  private int head = NONE;
  private int tail = NONE;
  private int lineLength;

  /** Makes a store of contents of so many sectors. */
  VersionStore(int width) {
    this.width = width;
    tags = new long[16 * width];
  }

  /** Takes a place that is in neither list; its content is whatever it was. */
  int take(long unit, long serial) {
    int place = freeCount > 0 ? free[--freeCount] : newPlace();
    units[place] = unit;
    serials[place] = serial;
    newer[place] = NONE;
    return place;
  }

  /** Gives back a place that is in neither list. */
  void giveBack(int place) {
    free[freeCount++] = place;
  }

  /** Puts a place at the end of the line. */
  void join(int place) {
    ahead[place] = tail;
    behind[place] = NONE;
    if (tail == NONE) {
      head = place;
    } else {
      behind[tail] = place;
    }
    tail = place;
    lineLength++;
  }

  /** Takes a place out of the line. */
  void leave(int place) {
    if (ahead[place] == NONE) {
      head = behind[place];
    } else {
      behind[ahead[place]] = behind[place];
    }
    if (behind[place] == NONE) {
      tail = ahead[place];
    } else {
      ahead[behind[place]] = ahead[place];
    }
    lineLength--;
  }

  /** The first in the line, or {@link #NONE}. */
  int head() {
    return head;
  }

  /** The next in the line, or {@link #NONE}. */
  int behind(int place) {
    return behind[place];
  }

  /** How many are in the line. */
  int lineLength() {
    return lineLength;
  }

  /** The next content of the same unit, or {@link #NONE}. */
  int newer(int place) {
    return newer[place];
  }

  /** Says what the next content of the same unit is. */
  void follow(int place, int next) {
    newer[place] = next;
  }

  /** The unit of a place. */
  long unit(int place) {
    return units[place];
  }

  /** When it came. */
  long serial(int place) {
    return serials[place];
  }

  /** The array with the content of all places. */
  long[] tags() {
    return tags;
  }

  /** Where in {@link #tags} a place's content begins. */
  int offset(int place) {
    return place * width;
  }

  /** A copy of a content. */
  long[] copy(int place) {
    return Arrays.copyOfRange(tags, offset(place), offset(place) + width);
  }

  /** Whether two places have the same content. */
  boolean equal(int one, int other) {
    int a = offset(one);
    int b = offset(other);
    return Arrays.equals(tags, a, a + width, tags, b, b + width);
  }

  private int newPlace() {
    if (placeCount == free.length) {
      int capacity = placeCount * 2;
      units = Arrays.copyOf(units, capacity);
      serials = Arrays.copyOf(serials, capacity);
      newer = Arrays.copyOf(newer, capacity);
      ahead = Arrays.copyOf(ahead, capacity);
      behind = Arrays.copyOf(behind, capacity);
      free = Arrays.copyOf(free, capacity);
      tags = Arrays.copyOf(tags, Math.multiplyExact(capacity, width));
    }
    return placeCount++;
  }
}
