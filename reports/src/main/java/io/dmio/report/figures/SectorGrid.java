package io.dmio.report.figures;

import io.dmio.model.BioTable;
import io.dmio.model.RunModel;

/**
 * How a device's sectors were used: cells of time and sectors, each with the number of bios that
 * touched it, and of those that failed.
 *
 * @param device the device's number
 * @param first the first sector that was touched
 * @param end the sector behind the last one
 * @param bios by cell, first all rows of the first column
 * @param failed the same
 */
public record SectorGrid(int device, long first, long end, int[] bios, int[] failed) {

  static final int COLUMNS = 120;
  public static final int ROWS = 40;

  /** The grid of what is in the window. */
  public static SectorGrid of(RunModel model, int device) {
    BioTable table = model.bios();
    long first = Long.MAX_VALUE;
    long end = 0;
    for (int row = 0; row < table.count(); row++) {
      if (table.device(row) == device && table.bytes(row) > 0 && model.showsBio(row)) {
        first = Math.min(first, table.sector(row));
        end = Math.max(end, table.sector(row) + table.sectors(row));
      }
    }
    SectorGrid grid =
        new SectorGrid(
            device,
            Math.min(first, end),
            Math.max(end, 1),
            new int[COLUMNS * ROWS],
            new int[COLUMNS * ROWS]);
    for (int row = 0; row < table.count(); row++) {
      if (table.device(row) == device && table.bytes(row) > 0 && model.showsBio(row)) {
        grid.count(model, row);
      }
    }
    return grid;
  }

  /** The sectors of a row of cells, the last perhaps fewer. */
  public long sectorsOfRow() {
    return (end - first + ROWS - 1) / ROWS;
  }

  /** The time of a column of cells. */
  public static long nanosOfColumn(RunModel model) {
    return model.window().lengthNanos() / COLUMNS + 1;
  }

  /** A bio counts where it was submitted, in every row that it touches. */
  private void count(RunModel model, int row) {
    BioTable table = model.bios();
    long at = model.window().clip(table.submitted(row)) - model.window().fromNanos();
    int column = (int) (at / nanosOfColumn(model));
    long from = table.sector(row) - first;
    int top = (int) (from / sectorsOfRow());
    int bottom = (int) ((from + table.sectors(row) - 1) / sectorsOfRow());
    for (int cell = column * ROWS + top; cell <= column * ROWS + bottom; cell++) {
      bios[cell]++;
      failed[cell] += table.failed(row) ? 1 : 0;
    }
  }
}
