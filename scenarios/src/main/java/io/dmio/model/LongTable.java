package io.dmio.model;

import java.util.Arrays;

/** Rows of longs in arrays of many rows each: a million rows are some hundred objects. */
public final class LongTable {

  private static final int SHIFT = 12;
  private static final int IN_BLOCK = (1 << SHIFT) - 1;

  private final int width;
  private long[][] blocks = new long[4][];
  private int rows;

  public LongTable(int width) {
    this.width = width;
  }

  public int rows() {
    return rows;
  }

  /** Adds a row of zeroes and returns its number. */
  public int add() {
    int block = rows >> SHIFT;
    if ((rows & IN_BLOCK) == 0) {
      blocks = block < blocks.length ? blocks : Arrays.copyOf(blocks, block * 2);
      blocks[block] = new long[rows == 0 ? width << 6 : width << SHIFT];
    } else if (rows == 1 << 6) {
      blocks[0] = Arrays.copyOf(blocks[0], width << SHIFT);
    }
    return rows++;
  }

  public long get(int row, int column) {
    return blocks[row >> SHIFT][(row & IN_BLOCK) * width + column];
  }

  public int getInt(int row, int column) {
    return (int) get(row, column);
  }

  public void set(int row, int column, long value) {
    blocks[row >> SHIFT][(row & IN_BLOCK) * width + column] = value;
  }
}
