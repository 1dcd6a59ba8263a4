package io.dmio.report.page;

import io.dmio.report.figures.Latencies;
import io.dmio.report.figures.LatencyStat;
import io.dmio.story.Wording;

/** Histograms of latencies for the page's script. */
final class ChartLatencies {

  private final Json json;
  private final Wording words;

  ChartLatencies(Json json, Wording words) {
    this.json = json;
    this.words = words;
  }

  void write(Latencies latencies) {
    json.key("latencies").open('[');
    write("call", "all calls", latencies.calls());
    for (Latencies.OfKind kind : latencies.kinds()) {
      String name = words.device(kind.device()) + ", " + kind.kind().plural();
      write("Q2C", name, kind.whole());
      write("D2C", name, kind.served());
    }
    json.close(']');
  }

  /** Where the shares begin that hold any, one more for the end of the last, and their counts. */
  private void write(String which, String name, LatencyStat latency) {
    if (latency.count() == 0) {
      return;
    }
    Columns from = new Columns("from");
    Columns counts = new Columns("count");
    for (int share = latency.firstShare(); share <= latency.lastShare(); share++) {
      from.add(LatencyStat.shareFrom(share));
      counts.add(latency.inShare(share));
    }
    from.add(LatencyStat.shareFrom(latency.lastShare() + 1));
    json.open('{').key("which").value(which).key("name").value(name);
    json.key("total").value(latency.count());
    from.write(json);
    counts.write(json);
    json.close('}');
  }
}
