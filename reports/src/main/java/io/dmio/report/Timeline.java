package io.dmio.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a timeline shows: every bio as a bar, or, where there are too many, how busy each device was
 * in each column of time and how many failed in it; then failed bios are bars as well, unless they
 * are too many themselves.
 *
 * @param bars rows of bios that are shown as bars
 * @param columns how busy devices were; empty if every bio is a bar
 * @param columnNanos how long a column is; 0 if there are none
 */
record Timeline(List<Integer> bars, List<Column> columns, long columnNanos) {

  private static final int MOST_COLUMNS = 1000;

  /** Chooses what to show with at most so many bars. */
  static Timeline of(RunModel model, int mostBars) {
    BioTable bios = model.bios();
    if (bios.count() <= mostBars) {
      List<Integer> bars = new ArrayList<>();
      for (int row = 0; row < bios.count(); row++) {
        bars.add(row);
      }
      return new Timeline(bars, List.of(), 0);
    }
    List<Integer> failed = new ArrayList<>();
    for (int row = 0; bios.failedCount() <= mostBars / 4 && row < bios.count(); row++) {
      if (bios.failed(row)) {
        failed.add(row);
      }
    }
    int devices = Math.max(1, model.result().devices().size());
    int columns = Math.max(20, Math.min(MOST_COLUMNS, mostBars / 2 / devices));
    long columnNanos = model.endNanos() / columns + 1;
    List<Column> busy = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      new ColumnCount(model, device, columnNanos, columns).addTo(busy);
    }
    return new Timeline(failed, busy, columnNanos);
  }

  /** Whether columns stand for bios. */
  boolean binned() {
    return columnNanos > 0;
  }

  /**
   * A device in a column of time.
   *
   * @param device the device's number
   * @param fromNanos where the column begins
   * @param bios bios that were submitted in it
   * @param failed bios that were submitted in it and failed
   * @param meanMilli mean number of bios at the device at once, in thousandths
   * @param worstNanos the longest bio that was submitted in it
   */
  record Column(
      int device, long fromNanos, long bios, long failed, long meanMilli, long worstNanos) {}
}
