package io.dmio.model;

/** When targets of stacked devices went down and came up. */
public final class PhaseTrack {

  private static final int NANOS = 0;
  private static final int DEVICE = 1;
  private static final int LINE = 2;
  private static final int UP = 3;

  private final LongTable table = new LongTable(4);

  /**
   * A phase begins.
   *
   * @param line the line of the device's table, from 0
   */
  void begins(long nanos, int device, int line, boolean up) {
    int row = table.add();
    table.set(row, NANOS, nanos);
    table.set(row, DEVICE, device);
    table.set(row, LINE, line);
    table.set(row, UP, up ? 1 : 0);
  }

  public int count() {
    return table.rows();
  }

  public long nanos(int row) {
    return table.get(row, NANOS);
  }

  public int device(int row) {
    return table.getInt(row, DEVICE);
  }

  public int line(int row) {
    return table.getInt(row, LINE);
  }

  public boolean up(int row) {
    return table.get(row, UP) == 1;
  }
}
