package io.dmio.report;

import io.dmio.sim.EventKind;

/** When power was cut, paths went away, or the host died. */
final class Cuts {

  private final LongTable times = new LongTable(1);

  /** A record of a disk's power or of a crash. */
  void add(EventKind kind, int detail, long time) {
    if (kind == EventKind.CRASH || (detail & 1) == 0) {
      times.set(times.add(), 0, time);
    }
  }

  int count() {
    return times.rows();
  }

  long time(int row) {
    return times.get(row, 0);
  }
}
