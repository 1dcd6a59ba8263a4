package io.dmio.model;

/** How a pool went on: a step at every change. */
public final class PoolTrack {

  private static final int TIME = 0;
  private static final int RESERVE = 1;
  private static final int OUT = 2;
  private static final int WAITING = 3;
  private static final int MIN_NR = 4;

  private final LongTable table = new LongTable(5);
  private final String name;

  public PoolTrack(String name) {
    this.name = name;
  }

  public void level(long time, long out, long reserve, boolean wakes) {
    step(time, reserve, out, wakes ? 0 : last(WAITING), last(MIN_NR));
  }

  public void waits(long time, long waiting) {
    step(time, last(RESERVE), last(OUT), waiting, last(MIN_NR));
  }

  /** Its host has died, and it with it. */
  void gone(long time) {
    if (table.rows() > 0) {
      step(time, 0, 0, 0, 0);
    }
  }

  /** A reserve that grows is filled at once; one that shrinks gives away the surplus. */
  public void resized(long time, long before, long after) {
    long reserve = after > before ? last(RESERVE) + after - before : Math.min(last(RESERVE), after);
    step(time, reserve, last(OUT), last(WAITING), after);
  }

  public String name() {
    return name;
  }

  public int steps() {
    return table.rows();
  }

  public long time(int step) {
    return table.get(step, TIME);
  }

  public long reserve(int step) {
    return table.get(step, RESERVE);
  }

  public long out(int step) {
    return table.get(step, OUT);
  }

  public long waiting(int step) {
    return table.get(step, WAITING);
  }

  public long minNr(int step) {
    return table.get(step, MIN_NR);
  }

  private long last(int column) {
    return table.rows() == 0 ? 0 : table.get(table.rows() - 1, column);
  }

  private void step(long time, long reserve, long out, long waiting, long minNr) {
    int row = table.add();
    table.set(row, TIME, time);
    table.set(row, RESERVE, reserve);
    table.set(row, OUT, out);
    table.set(row, WAITING, waiting);
    table.set(row, MIN_NR, minNr);
  }
}
