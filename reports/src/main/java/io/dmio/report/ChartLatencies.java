package io.dmio.report;

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
    int first = latency.firstShare();
    int shares = latency.lastShare() - first + 1;
    json.open('{').key("which").value(which).key("name").value(name);
    json.key("total").value(latency.count());
    json.numbers("from", shares + 1, i -> LatencyStat.shareFrom(first + i));
    json.numbers("count", shares, i -> latency.inShare(first + i));
    json.close('}');
  }
}
