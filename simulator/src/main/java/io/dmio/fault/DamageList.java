package io.dmio.fault;

import java.util.Arrays;

/** What is wrong after a bio, collected until its data has moved. */
final class DamageList {

  private static final int FIRST = 0;
  private static final int SECTORS = 1;
  private static final int RULE = 2;
  private static final int LASTING = 3;
  private static final int WIDTH = 4;

  private long[] rows = new long[8 * WIDTH];
  private int count;

  void clear() {
    count = 0;
  }

  /** Adds sectors; those that continue the last are one with them. */
  void add(long first, long sectors, int rule, boolean isLasting) {
    long lasting = isLasting ? 1 : 0;
    int last = (count - 1) * WIDTH;
    if (count > 0
        && rows[last + FIRST] + rows[last + SECTORS] == first
        && rows[last + RULE] == rule
        && rows[last + LASTING] == lasting) {
      rows[last + SECTORS] += sectors;
      return;
    }
    if ((count + 1) * WIDTH > rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    int row = count++ * WIDTH;
    rows[row + FIRST] = first;
    rows[row + SECTORS] = sectors;
    rows[row + RULE] = rule;
    rows[row + LASTING] = lasting;
  }

  int size() {
    return count;
  }

  long first(int row) {
    return rows[row * WIDTH + FIRST];
  }

  long sectors(int row) {
    return rows[row * WIDTH + SECTORS];
  }

  int rule(int row) {
    return (int) rows[row * WIDTH + RULE];
  }

  /** Whether it is wrong on the disk, and not in one read alone. */
  boolean isLasting(int row) {
    return rows[row * WIDTH + LASTING] != 0;
  }
}
