package io.dmio.report.figures;

import io.dmio.model.BioTable;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import java.util.List;

/** Counts one device's bios into columns of time, in time linear in bios and columns. */
final class ColumnCount {

  private final int device;
  private final TimeWindow window;
  private final long columnNanos;
  private final long[] bios;
  private final long[] failed;
  private final long[] worst;
  private final long[] partialNanos;
  private final long[] opened;

  ColumnCount(RunModel model, int device, long columnNanos, int columns) {
    this.device = device;
    this.window = model.window();
    this.columnNanos = columnNanos;
    this.bios = new long[columns];
    this.failed = new long[columns];
    this.worst = new long[columns];
    this.partialNanos = new long[columns];
    this.opened = new long[columns + 1];
    BioTable table = model.bios();
    for (int row = 0; row < table.count(); row++) {
      if (table.device(row) == device && model.showsBio(row)) {
        count(table.submitted(row), model.bioEnd(row), table.failed(row));
      }
    }
  }

  void addTo(List<Timeline.Column> columns) {
    long open = 0;
    for (int i = 0; i < bios.length; i++) {
      open += opened[i];
      long meanMilli = open * 1000 + partialNanos[i] * 1000 / columnNanos;
      if (bios[i] > 0 || meanMilli > 0) {
        columns.add(
            new Timeline.Column(
                device,
                window.fromNanos() + i * columnNanos,
                bios[i],
                failed[i],
                meanMilli,
                worst[i]));
      }
    }
  }

  /** Whole columns between the ends of a bio are counted by differences. */
  private void count(long submitted, long ended, boolean bad) {
    long from = window.clip(submitted) - window.fromNanos();
    long to = window.clip(ended) - window.fromNanos();
    int first = (int) (from / columnNanos);
    int last = (int) (to / columnNanos);
    bios[first]++;
    failed[first] += bad ? 1 : 0;
    worst[first] = Math.max(worst[first], ended - submitted);
    if (first == last) {
      partialNanos[first] += to - from;
      return;
    }
    partialNanos[first] += (first + 1) * columnNanos - from;
    partialNanos[last] += to - last * columnNanos;
    opened[first + 1]++;
    opened[last]--;
  }
}
