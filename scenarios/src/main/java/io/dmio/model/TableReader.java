package io.dmio.model;

import io.dmio.testbed.RunResult.DeviceResult;
import java.util.List;

/** Finds the lines of tables that bios of a run have met. */
public final class TableReader {

  private static final int FLAKEY_WORDS = 7;

  private TableReader() {}

  /**
   * The number of the line by which a stacked device has failed a bio itself; -1: it was not that.
   *
   * @param row a failed bio, or a failed part of one, of which no part failed
   */
  public static int failing(int row, RunModel model) {
    BioTable bios = model.bios();
    if (bios.device(row) >= model.result().devices().size()) {
      return -1;
    }
    DeviceResult device = model.result().devices().get(bios.device(row));
    long first = bios.sector(row);
    long end = first + Math.max(1, bios.sectors(row));
    int failing = -1;
    long covered = 0;
    for (int line = 0; line < device.table().size(); line++) {
      String[] words = device.table().get(line).split(" ");
      long begin = Long.parseLong(words[0]);
      covered = begin + Long.parseLong(words[1]);
      boolean met = first < covered && begin < end;
      if (met && failing < 0 && fails(List.of(words))) {
        failing = line;
      }
    }
    return end <= covered ? failing : -1;
  }

  /** Whether the target of a line may make bios fail by itself. */
  private static boolean fails(List<String> words) {
    boolean flakey = words.get(2).equals("flakey");
    return words.get(2).equals("error")
        || flakey && words.size() == FLAKEY_WORDS
        || flakey && (words.contains("error_reads") || words.contains("error_writes"));
  }
}
