package io.dmio.report.page;

import io.dmio.model.BioTable;
import io.dmio.model.PoolTrack;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import io.dmio.report.figures.BarKind;
import io.dmio.report.figures.Latencies;
import io.dmio.report.figures.Mark;
import io.dmio.report.figures.StepChoice;
import io.dmio.report.figures.Timeline;
import io.dmio.story.Wording;
import io.dmio.testbed.RunResult.DeviceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the page's script draws, as JSON; arrays by column, since they are shortest so. */
final class ChartData {

  /** How many bars the page shows before it counts bios into columns. */
  static final int MOST_BARS = 20_000;

  private static final String[] BAR = {
    "bio", "call", "region", "device", "slot", "kind", "sector", "bytes", "q", "d", "c", "first",
    "last"
  };

  private static final int MOST_STEPS = 3000;
  private static final int MOST_MARKS = 300;

  private final Json json = Json.ofPage();
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
    data.devices(devices);
    data.bars(timeline.bars());
    data.columns(timeline);
    data.pools();
    data.marks();
    new ChartMarks(data.json, model, words).write(timeline);
    new ChartLatencies(data.json, words).write(latencies);
    data.json.close('}');
    return new RawContent(data.json.bytes());
  }

  private void devices(List<DeviceResult> devices) {
    Columns slots = new Columns("slots");
    json.key("devices").open('[');
    for (int device = 0; device < devices.size(); device++) {
      json.value(devices.get(device).name());
      slots.add(bios.slotCount(device));
    }
    json.close(']');
    slots.write(json);
  }

  private void bars(List<Integer> rows) {
    TreeMap<Integer, Integer> calls = new TreeMap<>();
    for (int row : rows) {
      calls.put(bios.call(row), 0);
    }
    int number = 0;
    for (var call : calls.entrySet()) {
      call.setValue(number++);
    }
    calls(calls.keySet());
    Columns bars = new Columns(BAR).steps("bio", "call", "q", "first");
    for (int row : rows) {
      bar(bars, row, calls.getOrDefault(bios.call(row), 0));
    }
    json.key("bars").open('{');
    bars.write(json);
    sentBy(rows);
    statuses(rows);
    json.close('}');
  }

  /** Of parts the stacked device that has sent them on; -1: it is a whole bio. */
  private void sentBy(List<Integer> rows) {
    if (model.result().devices().stream().noneMatch(DeviceResult::isStacked)) {
      return;
    }
    Columns parts = new Columns("part");
    for (int row : rows) {
      parts.add(bios.isPart(row) ? bios.origin(row).device() : -1);
    }
    parts.write(json);
  }

  private void bar(Columns bars, int row, int call) {
    bars.add(
        bios.number(row),
        call,
        bios.region(row),
        bios.device(row),
        bios.slot(row),
        kind(row),
        bios.sector(row),
        bios.bytes(row),
        bios.submitted(row),
        bios.issued(row) - bios.submitted(row),
        length(row),
        bios.submitEvent(row),
        lastEvent(row));
  }

  /** How many events later it ended; 0 if it never did. */
  private long lastEvent(int row) {
    return bios.ended(row) < 0 ? 0 : bios.endEvent(row) - bios.submitEvent(row);
  }

  private void calls(Iterable<Integer> numbers) {
    Columns calls = new Columns("callNumbers", "callFrom", "callTook");
    json.key("calls").open('[');
    for (int number : numbers) {
      json.value(words.call(number));
      int row = model.calls().rowOf(number);
      calls.add(number, startOf(row), tookOf(row));
    }
    json.close(']');
    calls.write(json);
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
    Columns bad = new Columns("bad", "badStatus").steps("bad");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String status = status(rows.get(i));
      if (!status.isEmpty()) {
        if (!names.contains(status)) {
          names.add(status);
        }
        bad.add(i, names.indexOf(status));
      }
    }
    json.strings("statuses", names);
    bad.write(json);
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
    Columns columns = new Columns("device", "from", "bios", "failed", "mean", "worst");
    for (Timeline.Column of : timeline.columns()) {
      columns.add(
          of.device(), of.fromNanos(), of.bios(), of.failed(), of.meanMilli(), of.worstNanos());
    }
    json.key("columns").open('{').key("width").value(timeline.columnNanos());
    columns.write(json);
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
      Columns steps = new Columns("t", "reserve", "out", "waiting", "min");
      TimeWindow window = model.window();
      for (int step : StepChoice.of(pool, MOST_STEPS, window)) {
        long time = window.clip(pool.time(step));
        steps.add(time, pool.reserve(step), pool.out(step), pool.waiting(step), pool.minNr(step));
      }
      json.open('{').key("name").value(pool.name());
      steps.write(json);
      json.close('}');
    }
    json.close(']');
  }
}
