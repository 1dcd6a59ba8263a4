package io.dmio.report;

import io.dmio.testbed.RunResult;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the calls and bios took that ended in the window.
 *
 * @param calls from call to return or callback: fio's clat
 * @param devices by device's number, from submission to end of a bio: blktrace's Q2C
 */
record Latencies(LatencyStat calls, List<LatencyStat> devices) {

  /** The percentiles that are shown, and their names. */
  static final List<Percentile> SHOWN =
      List.of(
          new Percentile("min", 0),
          new Percentile("p50", 50),
          new Percentile("p90", 90),
          new Percentile("p95", 95),
          new Percentile("p99", 99),
          new Percentile("p99.9", 99.9),
          new Percentile("p99.99", 99.99),
          new Percentile("max", 100));

  static Latencies of(RunModel model) {
    RunResult result = model.result();
    LatencyStat calls = new LatencyStat();
    CallTable table = model.calls();
    for (int row = 0; row < table.count(); row++) {
      if (inWindow(model, table.ended(row)) && !table.refused(row)) {
        calls.record(table.ended(row) - table.started(row));
      }
    }
    List<LatencyStat> devices = new ArrayList<>();
    result.devices().forEach(device -> devices.add(new LatencyStat()));
    BioTable bios = model.bios();
    for (int row = 0; row < bios.count(); row++) {
      if (inWindow(model, bios.ended(row)) && bios.device(row) < devices.size()) {
        devices.get(bios.device(row)).record(bios.ended(row) - bios.submitted(row));
      }
    }
    return new Latencies(calls, devices);
  }

  private static boolean inWindow(RunModel model, long ended) {
    return ended >= 0 && model.asked().contains(ended);
  }

  /**
   * A percentile.
   *
   * @param name as it is printed
   * @param percent 0 to 100
   */
  record Percentile(String name, double percent) {}
}
