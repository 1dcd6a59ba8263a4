package io.dmio.model;

import java.util.Arrays;

/** Which row belongs to a number; numbers are small and dense. */
final class RowIndex {

  private int[] rows = new int[64];

  /** The row of a number, or -1. */
  int row(int number) {
    return number < 0 || number >= rows.length ? -1 : rows[number] - 1;
  }

  void put(int number, int row) {
    if (number < 0) {
      return;
    }
    if (number >= rows.length) {
      rows = Arrays.copyOf(rows, Math.max(number + 1, rows.length * 2));
    }
    rows[number] = row + 1;
  }
}
