package io.dmio.report;

import io.dmio.testbed.RunResult.DeviceResult;
import java.util.List;

/** Finds the lines of tables that bios of a run have met. */
final class TableReader {

  /** Targets that make bios fail by themselves. */
  private static final List<String> FAILING = List.of("error", "flakey");

  private TableReader() {}

  /**
   * The line by which a stacked device has failed a bio itself; empty if it was not that.
   *
   * @param row a failed bio, or a failed part of one, of which no part failed
   */
  static String failing(int row, RunModel model) {
    BioTable bios = model.bios();
    if (bios.device(row) >= model.result().devices().size()) {
      return "";
    }
    DeviceResult device = model.result().devices().get(bios.device(row));
    long first = bios.sector(row);
    long end = first + Math.max(1, bios.sectors(row));
    String failing = "";
    long covered = 0;
    for (String line : device.table()) {
      String[] words = line.split(" ");
      long begin = Long.parseLong(words[0]);
      covered = begin + Long.parseLong(words[1]);
      boolean met = first < covered && begin < end;
      if (met && failing.isEmpty() && FAILING.contains(words[2])) {
        failing = line;
      }
    }
    return end <= covered ? failing : "";
  }
}
