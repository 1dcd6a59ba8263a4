package io.dmio.report;

import io.dmio.testbed.RunResult.DeviceResult;
import java.util.List;
import java.util.TreeMap;

/** What the page's script draws, as JSON; arrays by column, since they are shortest so. */
final class ChartData {

  /** How many bars the page shows before it counts bios into columns. */
  static final int MOST_BARS = 20_000;

  private static final int MOST_STEPS = 3000;
  private static final int MOST_MARKS = 300;

  private final Json json = new Json();
  private final RunModel model;
  private final BioTable bios;
  private final Wording words;

  private ChartData(RunModel model, Wording words) {
    this.model = model;
    this.bios = model.bios();
    this.words = words;
  }

  static String of(RunModel model, Timeline timeline, Wording words) {
    ChartData data = new ChartData(model, words);
    List<DeviceResult> devices = model.result().devices();
    data.json.open('{').key("from").value(model.window().fromNanos());
    data.json.key("end").value(model.window().toNanos());
    data.json.strings("devices", devices.stream().map(DeviceResult::name).toList());
    data.json.numbers("slots", devices.size(), d -> data.bios.slotCount(d));
    data.bars(timeline.bars());
    data.columns(timeline);
    data.pools();
    data.marks();
    return data.json.close('}').toString();
  }

  private void bars(List<Integer> rows) {
    TreeMap<Integer, Integer> calls = new TreeMap<>();
    rows.forEach(row -> calls.put(bios.call(row), 0));
    int number = 0;
    for (var call : calls.entrySet()) {
      call.setValue(number++);
    }
    json.strings("calls", calls.keySet().stream().map(words::call).toList());
    json.key("bars").open('{');
    int n = rows.size();
    json.numbers("bio", n, i -> bios.number(rows.get(i)));
    json.numbers("call", n, i -> calls.getOrDefault(bios.call(rows.get(i)), 0));
    json.numbers("region", n, i -> bios.region(rows.get(i)));
    json.numbers("device", n, i -> bios.device(rows.get(i)));
    json.numbers("slot", n, i -> bios.slot(rows.get(i)));
    json.numbers("kind", n, i -> kind(rows.get(i)));
    json.numbers("sector", n, i -> bios.sector(rows.get(i)));
    json.numbers("bytes", n, i -> bios.bytes(rows.get(i)));
    json.numbers("q", n, i -> bios.submitted(rows.get(i)));
    json.numbers("d", n, i -> bios.issued(rows.get(i)) - bios.submitted(rows.get(i)));
    json.numbers("c", n, i -> length(rows.get(i)));
    statuses(rows);
    json.close('}');
  }

  /** Statuses other than OK, by the bar's number. */
  private void statuses(List<Integer> rows) {
    json.key("status").open('{');
    for (int i = 0; i < rows.size(); i++) {
      if (bios.ended(rows.get(i)) < 0 || bios.failed(rows.get(i))) {
        json.key(Integer.toString(i)).value(bios.outcome(rows.get(i)));
      }
    }
    json.close('}');
  }

  /** 0 read, 1 write, 2 anything else. */
  private long kind(int row) {
    return BarKind.of(model, row).code();
  }

  /** A bio that never ended reaches to the end of the run. */
  private long length(int row) {
    return model.bioEnd(row) - bios.submitted(row);
  }

  private void columns(Timeline timeline) {
    List<Timeline.Column> columns = timeline.columns();
    json.key("columns").open('{').key("width").value(timeline.columnNanos());
    int n = columns.size();
    json.numbers("device", n, i -> columns.get(i).device());
    json.numbers("from", n, i -> columns.get(i).fromNanos());
    json.numbers("bios", n, i -> columns.get(i).bios());
    json.numbers("failed", n, i -> columns.get(i).failed());
    json.numbers("mean", n, i -> columns.get(i).meanMilli());
    json.numbers("worst", n, i -> columns.get(i).worstNanos());
    json.close('}');
  }

  private void marks() {
    json.key("marks").open('[');
    for (Mark mark : Mark.of(model, words, MOST_MARKS)) {
      json.open('{').key("t").value(mark.nanos()).key("kind").value(mark.kind());
      json.key("label").value(mark.label()).key("tip").value(mark.story()).close('}');
    }
    json.close(']');
  }

  private void pools() {
    json.key("pools").open('[');
    for (PoolTrack pool : model.pools()) {
      int[] steps = StepChoice.of(pool, MOST_STEPS, model.window());
      json.open('{').key("name").value(pool.name());
      json.numbers("t", steps.length, i -> model.window().clip(pool.time(steps[i])));
      json.numbers("reserve", steps.length, i -> pool.reserve(steps[i]));
      json.numbers("out", steps.length, i -> pool.out(steps[i]));
      json.numbers("waiting", steps.length, i -> pool.waiting(steps[i]));
      json.numbers("min", steps.length, i -> pool.minNr(steps[i]));
      json.close('}');
    }
    json.close(']');
  }
}
