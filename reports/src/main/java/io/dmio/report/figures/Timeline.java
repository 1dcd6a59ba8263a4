package io.dmio.report.figures;

import io.dmio.model.RunModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a timeline shows: every bio as a bar, or, where there are too many, how busy each device was
 * in each column of time and how many failed in it; then failed bios are bars as well, unless they
 * are too many themselves.
 *
 * @param shown how many bios there are to show
 * @param bars rows of bios that are shown as bars
 * @param columns how busy devices were; empty if every bio is a bar
 * @param columnNanos how long a column is; 0 if there are none
 */
public record Timeline(int shown, List<Integer> bars, List<Column> columns, long columnNanos) {

  private static final int MOST_COLUMNS = 1000;

  /** Chooses what to show with at most so many bars; columns leave room for failed bios alone. */
  public static Timeline of(RunModel model, int mostBars) {
    int shown = count(model, false);
    if (shown <= mostBars) {
      return new Timeline(shown, rows(model, false), List.of(), 0);
    }
    List<Integer> failed = count(model, true) <= mostBars / 4 ? rows(model, true) : List.of();
    return columns(model, shown, mostBars, failed);
  }

  /** The same for a page that zooms: beside columns it has bars around what is worth a look. */
  public static Timeline zoomable(RunModel model, int mostBars) {
    int shown = count(model, false);
    return shown <= mostBars
        ? new Timeline(shown, rows(model, false), List.of(), 0)
        : columns(model, shown, mostBars, new BarSelection(model).rows(mostBars));
  }

  private static Timeline columns(RunModel model, int shown, int mostBars, List<Integer> bars) {
    int devices = Math.max(1, model.result().devices().size());
    int columns = Math.max(20, Math.min(MOST_COLUMNS, mostBars / 2 / devices));
    long columnNanos = model.window().lengthNanos() / columns + 1;
    List<Column> busy = new ArrayList<>();
    for (int device = 0; device < devices; device++) {
      new ColumnCount(model, device, columnNanos, columns).addTo(busy);
    }
    return new Timeline(shown, bars, busy, columnNanos);
  }

  private static int count(RunModel model, boolean failedOnly) {
    int count = 0;
    for (int row = 0; row < model.bios().count(); row++) {
      count += isWanted(model, row, failedOnly) ? 1 : 0;
    }
    return count;
  }

  private static List<Integer> rows(RunModel model, boolean failedOnly) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < model.bios().count(); row++) {
      if (isWanted(model, row, failedOnly)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static boolean isWanted(RunModel model, int row, boolean failedOnly) {
    return (!failedOnly || model.bios().failed(row)) && model.showsBio(row);
  }

  /** Whether columns stand for bios. */
  public boolean binned() {
    return columnNanos > 0;
  }

  /**
   * A device in a column of time. What was there before the window counts in its first column.
   *
   * @param device the device's number
   * @param fromNanos where the column begins
   * @param bios bios that were submitted in it
   * @param failed bios that were submitted in it and failed
   * @param meanMilli mean number of bios at the device at once, in thousandths
   * @param worstNanos the longest bio that was submitted in it
   */
  public record Column(
      int device, long fromNanos, long bios, long failed, long meanMilli, long worstNanos) {}
}
