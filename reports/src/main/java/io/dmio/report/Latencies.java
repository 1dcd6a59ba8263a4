package io.dmio.report;

import io.dmio.testbed.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long calls and bios took.
 *
 * @param calls from call to return or callback: fio's clat
 * @param devices by device's number, from submission to end of a bio: blktrace's Q2C
 */
record Latencies(Histogram calls, List<Histogram> devices) {

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
    Histogram calls = new Histogram(3);
    CallTable table = model.calls();
    for (int row = 0; row < table.count(); row++) {
      if (table.ended(row) >= 0 && !table.refused(row)) {
        calls.recordValue(table.ended(row) - table.started(row));
      }
    }
    List<Histogram> devices = new ArrayList<>();
    result.devices().forEach(device -> devices.add(new Histogram(3)));
    BioTable bios = model.bios();
    for (int row = 0; row < bios.count(); row++) {
      if (bios.ended(row) >= 0 && bios.device(row) < devices.size()) {
        devices.get(bios.device(row)).recordValue(bios.ended(row) - bios.submitted(row));
      }
    }
    return new Latencies(calls, devices);
  }

  /**
   * A percentile.
   *
   * @param name as it is printed
   * @param percent 0 to 100
   */
  record Percentile(String name, double percent) {

    /** Its value in nanoseconds; the histogram must not be empty. */
    long nanos(Histogram histogram) {
      if (percent == 0) {
        return histogram.getMinValue();
      }
      return percent == 100 ? histogram.getMaxValue() : histogram.getValueAtPercentile(percent);
    }
  }
}
