package io.dmio.report.figures;

import io.dmio.model.BioTable;
import io.dmio.model.CallTable;
import io.dmio.model.RunModel;
import io.dmio.testbed.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the calls and bios took that ended in the window.
 *
 * @param calls from call to return or callback: fio's clat
 * @param devices by device's number, from submission to end of a bio: blktrace's Q2C
 * @param kinds the bios of each device by what they do, of those that there were
 */
public record Latencies(LatencyStat calls, List<LatencyStat> devices, List<OfKind> kinds) {

  /** The percentiles that are shown, and their names. */
  public static final List<Percentile> SHOWN =
      List.of(
          new Percentile("min", 0),
          new Percentile("p50", 50),
          new Percentile("p90", 90),
          new Percentile("p95", 95),
          new Percentile("p99", 99),
          new Percentile("p99.9", 99.9),
          new Percentile("p99.99", 99.99),
          new Percentile("max", 100));

  public static Latencies of(RunModel model) {
    RunResult result = model.result();
    LatencyStat calls = new LatencyStat();
    CallTable table = model.calls();
    for (int row = 0; row < table.count(); row++) {
      if (inWindow(model, table.ended(row)) && !table.refused(row)) {
        calls.record(table.ended(row) - table.started(row));
      }
    }
    List<LatencyStat> devices = new ArrayList<>();
    for (int device = 0; device < result.devices().size(); device++) {
      devices.add(new LatencyStat());
    }
    @Nullable OfKind[] kinds = new OfKind[devices.size() * BarKind.ALL.size()];
    BioTable bios = model.bios();
    for (int row = 0; row < bios.count(); row++) {
      int device = bios.device(row);
      if (inWindow(model, bios.ended(row)) && device < devices.size()) {
        devices.get(device).record(bios.ended(row) - bios.submitted(row));
        BarKind kind = BarKind.of(model, row);
        int at = device * BarKind.ALL.size() + kind.code();
        OfKind known = kinds[at];
        if (known == null) {
          known = new OfKind(device, kind, new LatencyStat(), new LatencyStat());
          kinds[at] = known;
        }
        known.record(bios, row);
      }
    }
    return new Latencies(calls, devices, present(kinds));
  }

  private static List<OfKind> present(@Nullable OfKind[] kinds) {
    List<OfKind> present = new ArrayList<>();
    for (OfKind kind : kinds) {
      if (kind != null) {
        present.add(kind);
      }
    }
    return present;
  }

  private static boolean inWindow(RunModel model, long ended) {
    return ended >= 0 && model.asked().contains(ended);
  }

  /**
   * The bios of one device that do one kind of thing.
   *
   * @param device the device's number
   * @param kind what they do
   * @param whole from submission to end: Q2C
   * @param served from when the device began to serve them: D2C, of those that it served
   */
  public record OfKind(int device, BarKind kind, LatencyStat whole, LatencyStat served) {

    private void record(BioTable bios, int row) {
      whole.record(bios.ended(row) - bios.submitted(row));
      if (bios.wasIssued(row)) {
        served.record(bios.ended(row) - bios.issued(row));
      }
    }
  }

  /**
   * A percentile.
   *
   * @param name as it is printed
   * @param percent 0 to 100
   */
  public record Percentile(String name, double percent) {}
}
