package io.dmio.model;

/**
 * How long calls waited for an element of a pool: from the first time that they did to the next
 * thing that they do, which is to submit a bio, to wait for another pool, or to return.
 */
public final class WaitTable {

  private static final int CALL = 0;
  private static final int POOL = 1;
  private static final int FROM = 2;
  private static final int TO = 3;
  private static final int EVENT = 4;

  private final LongTable table = new LongTable(5);
  private final RowIndex open = new RowIndex();

  void waits(long event, long time, int pool, int call) {
    int before = openOf(call);
    if (before >= 0 && pool(before) == pool) {
      return;
    }
    goesOn(call, time);
    int row = table.add();
    table.set(row, CALL, call);
    table.set(row, POOL, pool);
    table.set(row, FROM, time);
    table.set(row, TO, -1);
    table.set(row, EVENT, event);
    open.put(call, row);
  }

  /** A call does something: it waits no longer. */
  void goesOn(int call, long time) {
    int row = openOf(call);
    if (row >= 0) {
      table.set(row, TO, time);
    }
  }

  public int count() {
    return table.rows();
  }

  public int call(int row) {
    return table.getInt(row, CALL);
  }

  public int pool(int row) {
    return table.getInt(row, POOL);
  }

  public long from(int row) {
    return table.get(row, FROM);
  }

  /** When it was over, or -1. */
  public long to(int row) {
    return table.get(row, TO);
  }

  /** The number of its record. */
  public long event(int row) {
    return table.get(row, EVENT);
  }

  private int openOf(int call) {
    int row = open.row(call);
    return row >= 0 && to(row) < 0 ? row : -1;
  }
}
