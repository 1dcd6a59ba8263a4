package io.dmio.report.page;

import io.dmio.device.LatencySpec;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.model.WaitTable;
import io.dmio.report.figures.DeviceUse;
import io.dmio.report.figures.Latencies;
import io.dmio.report.figures.LatencyStat;
import io.dmio.report.figures.SpecifiedLatency;
import io.dmio.story.Wording;
import io.dmio.testbed.RunResult.DeviceResult;
import java.util.ArrayList;
import java.util.List;

/** The tables of figures: devices, latencies, and time spent waiting. */
final class FigureViews {

  /** Bios without a queue are served when they come: then D2C would repeat Q2C. */
  private static final String Q2C = "bio: Q2C";

  private static final String D2C = "bio: D2C";

  private final RunModel model;
  private final Latencies latencies;
  private final Wording words;

  FigureViews(RunModel model, Latencies latencies, Wording words) {
    this.model = model;
    this.latencies = latencies;
    this.words = words;
  }

  List<RunPage.DeviceView> devices() {
    DeviceUse[] uses = DeviceUse.of(model);
    List<RunPage.DeviceView> views = new ArrayList<>();
    for (int number = 0; number < uses.length; number++) {
      views.add(device(number, uses[number]));
    }
    return views;
  }

  private RunPage.DeviceView device(int number, DeviceUse use) {
    DeviceResult device = model.result().devices().get(number);
    return new RunPage.DeviceView(
        device.name(),
        device.table(),
        device.bios(),
        device.failed(),
        Quantities.size(device.sectorsRead() * 512),
        Quantities.size(device.sectorsWritten() * 512),
        model.bios().slotCount(number),
        use.perSecond(use.reads()),
        use.perSecond(use.others()),
        use.megabytesPerSecond(use.readBytes()),
        use.megabytesPerSecond(use.otherBytes()),
        use.atOnce(),
        use.percentBusy());
  }

  List<RunPage.LatencyView> latencies() {
    List<RunPage.LatencyView> views = new ArrayList<>();
    views.add(view("all calls", "call: fio's clat", latencies.calls()));
    for (Latencies.OfKind kind : latencies.kinds()) {
      String name = words.device(kind.device()) + ", " + kind.kind().plural();
      views.add(view(name, Q2C, kind.whole()));
      if (kind.served().count() > 0) {
        views.add(view(name, D2C, kind.served()));
        DeviceResult device = model.result().devices().get(kind.device());
        views.add(specified(name, kind.kind().of(device.latency())));
      }
    }
    return views;
  }

  private static RunPage.LatencyView view(String name, String which, LatencyStat latency) {
    long count = latency.count();
    List<String> values = new ArrayList<>();
    for (Latencies.Percentile shown : Latencies.SHOWN) {
      values.add(count == 0 ? "-" : Quantities.roundedTime(latency.percentile(shown.percent())));
    }
    return new RunPage.LatencyView(name, which, Long.toString(count), values, false);
  }

  /** Distributions may have no least and no most. */
  private static RunPage.LatencyView specified(String name, LatencySpec spec) {
    List<String> values = new ArrayList<>();
    for (Latencies.Percentile shown : Latencies.SHOWN) {
      boolean extreme = shown.percent() == 0 || shown.percent() == 100;
      values.add(extreme ? "" : quantile(spec, shown.percent()));
    }
    return new RunPage.LatencyView(name, "D2C as specified", "", values, true);
  }

  private static String quantile(LatencySpec spec, double percent) {
    return Quantities.roundedTime(SpecifiedLatency.quantile(spec, percent / 100));
  }

  List<RunPage.WaitView> waits() {
    List<RunPage.WaitView> views = new ArrayList<>();
    WaitTable waits = model.waits();
    for (int pool = 0; pool < model.pools().size(); pool++) {
      long count = 0;
      long sum = 0;
      long most = 0;
      for (int row = 0; row < waits.count(); row++) {
        long nanos = model.waitEnd(row) - waits.from(row);
        if (waits.pool(row) == pool && model.asked().contains(model.waitEnd(row))) {
          count++;
          sum += nanos;
          most = Math.max(most, nanos);
        }
      }
      views.add(wait(model.pools().get(pool).name(), count, sum, most));
    }
    return views;
  }

  private static RunPage.WaitView wait(String pool, long count, long sum, long most) {
    return new RunPage.WaitView(
        pool,
        count,
        count == 0 ? "-" : Quantities.time(sum),
        count == 0 ? "-" : Quantities.time(sum / count),
        count == 0 ? "-" : Quantities.time(most));
  }
}
