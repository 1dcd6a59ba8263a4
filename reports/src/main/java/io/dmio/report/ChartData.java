package io.dmio.report;

import io.dmio.testbed.RunResult.DeviceResult;
import java.util.ArrayList;
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

  static RawContent of(RunModel model, Timeline timeline, Latencies latencies, Wording words) {
    ChartData data = new ChartData(model, words);
    List<DeviceResult> devices = model.result().devices();
    data.json.open('{').key("scenario").value(model.result().scenario());
    data.json.key("seed").value(Quantities.seed(model.result().seed()));
    data.json.key("from").value(model.window().fromNanos());
    data.json.key("end").value(model.window().toNanos());
    data.json.strings("devices", devices.stream().map(DeviceResult::name).toList());
    data.json.numbers("slots", devices.size(), d -> data.bios.slotCount(d));
    data.bars(timeline.bars());
    data.columns(timeline);
    data.pools();
    data.marks();
    new ChartMarks(data.json, model, words).write(timeline);
    new ChartLatencies(data.json, words).write(latencies);
    data.json.close('}');
    return new RawContent(data.json.bytes());
  }

  private void bars(List<Integer> rows) {
    TreeMap<Integer, Integer> calls = new TreeMap<>();
    rows.forEach(row -> calls.put(bios.call(row), 0));
    int number = 0;
    for (var call : calls.entrySet()) {
      call.setValue(number++);
    }
    calls(List.copyOf(calls.keySet()));
    json.key("bars").open('{');
    int n = rows.size();
    json.steps("bio", n, i -> bios.number(rows.get(i)));
    json.steps("call", n, i -> calls.getOrDefault(bios.call(rows.get(i)), 0));
    json.numbers("region", n, i -> bios.region(rows.get(i)));
    json.numbers("device", n, i -> bios.device(rows.get(i)));
    json.numbers("slot", n, i -> bios.slot(rows.get(i)));
    json.numbers("kind", n, i -> kind(rows.get(i)));
    json.numbers("sector", n, i -> bios.sector(rows.get(i)));
    json.numbers("bytes", n, i -> bios.bytes(rows.get(i)));
    json.steps("q", n, i -> bios.submitted(rows.get(i)));
    json.numbers("d", n, i -> bios.issued(rows.get(i)) - bios.submitted(rows.get(i)));
    json.numbers("c", n, i -> length(rows.get(i)));
    json.steps("first", n, i -> bios.submitEvent(rows.get(i)));
    json.numbers("last", n, i -> lastEvent(rows.get(i)));
    statuses(rows);
    json.close('}');
  }

  /** How many events later it ended; 0 if it never did. */
  private long lastEvent(int row) {
    return bios.ended(row) < 0 ? 0 : bios.endEvent(row) - bios.submitEvent(row);
  }

  private void calls(List<Integer> numbers) {
    CallTable calls = model.calls();
    json.strings("calls", numbers.stream().map(words::call).toList());
    json.numbers("callNumbers", numbers.size(), numbers::get);
    json.numbers("callFrom", numbers.size(), i -> startOf(calls.rowOf(numbers.get(i))));
    json.numbers("callTook", numbers.size(), i -> tookOf(calls.rowOf(numbers.get(i))));
  }

  private long startOf(int callRow) {
    return callRow < 0 ? -1 : model.calls().started(callRow);
  }

  private long tookOf(int callRow) {
    return callRow < 0 || model.calls().ended(callRow) < 0
        ? -1
        : model.calls().ended(callRow) - model.calls().started(callRow);
  }

  /** The bars that did not end well, and how: names, and for each bar the number of its own. */
  private void statuses(List<Integer> rows) {
    List<Integer> bad = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String status = status(rows.get(i));
      if (!status.isEmpty()) {
        if (!names.contains(status)) {
          names.add(status);
        }
        bad.add(i);
        codes.add(names.indexOf(status));
      }
    }
    json.strings("statuses", names);
    json.steps("bad", bad.size(), bad::get);
    json.numbers("badStatus", codes.size(), codes::get);
  }

  /** Empty if it is OK. */
  private String status(int row) {
    return bios.ended(row) < 0 || bios.failed(row) ? bios.outcome(row) : "";
  }

  /** The number of a {@link BarKind}. */
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
