package io.dmio.report;

import java.util.Arrays;

/** Rows of longs in one array: a million rows are one object. */
final class LongTable {

  private final int width;
  private long[] words;
  private int rows;

  LongTable(int width) {
    this.width = width;
    this.words = new long[width * 64];
  }

  int rows() {
    return rows;
  }

  /** Adds a row of zeroes and returns its number. */
  int add() {
    if ((rows + 1) * width > words.length) {
      words = Arrays.copyOf(words, Math.addExact(words.length, words.length));
    }
    return rows++;
  }

  long get(int row, int column) {
    return words[row * width + column];
  }

  int getInt(int row, int column) {
    return (int) words[row * width + column];
  }

  void set(int row, int column, long value) {
    words[row * width + column] = value;
  }
}
