package io.dmio.report.page;

import io.dmio.model.BioTable;
import io.dmio.model.CallTable;
import io.dmio.model.FaultTrack;
import io.dmio.model.RunModel;
import io.dmio.model.WaitTable;
import io.dmio.report.figures.SectorGrid;
import io.dmio.report.figures.Timeline;
import io.dmio.sim.EventLog;
import io.dmio.story.Wording;
import io.dmio.testbed.RunResult.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Faults, waits, sectors and moments of events for the page's script. */
final class ChartMarks {

  private static final int MOST_FAULTS = 3000;
  private static final int MOST_WAITS = 5000;
  private static final int MOST_MOMENTS = 1000;

  /** Grids of more devices would make a page too large. */
  private static final int MOST_GRIDS = 24;

  private final Json json;
  private final RunModel model;
  private final Wording words;

  ChartMarks(Json json, RunModel model, Wording words) {
    this.json = json;
    this.model = model;
    this.words = words;
  }

  void write(Timeline timeline) {
    rules();
    faults();
    waits();
    moments();
    grids(timeline);
  }

  private void rules() {
    List<RuleResult> rules = model.result().rules();
    Columns numbers = new Columns("ruleNumbers");
    Columns lines = new Columns("ruleLines");
    List<String> names = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (RuleResult rule : rules) {
      numbers.add(rule.number());
      names.add(rule.name());
      reasons.add(words.reason(rule.number()));
      lines.add(words.shownLine(rule.number()));
    }
    numbers.write(json);
    json.strings("ruleNames", names);
    json.strings("ruleReasons", reasons);
    lines.write(json);
  }

  private void faults() {
    FaultTrack faults = model.faultTrack();
    IntPredicate shown = this::showsFault;
    List<Integer> rows = first(faults.count(), MOST_FAULTS, shown);
    Columns marks =
        new Columns("t", "rule", "device", "sector", "sectors", "bio", "healed", "event");
    for (int row : rows) {
      marks.add(
          faults.time(row),
          faults.rule(row),
          faults.device(row),
          faults.first(row),
          faults.sectors(row),
          faults.bio(row),
          faults.healed(row),
          faults.event(row));
    }
    json.key("faults").open('{');
    marks.write(json);
    json.key("more").value(more(faults.count(), rows.size(), shown)).close('}');
  }

  /** Onsets last; hits are moments. */
  private boolean showsFault(int row) {
    FaultTrack faults = model.faultTrack();
    long healed = faults.healed(row);
    long end = faults.bio(row) >= 0 ? faults.time(row) : healed < 0 ? Long.MAX_VALUE : healed;
    return model.asked().overlaps(faults.time(row), end);
  }

  private void waits() {
    WaitTable waits = model.waits();
    IntPredicate shown = row -> model.asked().overlaps(waits.from(row), model.waitEnd(row));
    List<Integer> rows = first(waits.count(), MOST_WAITS, shown);
    Columns calls = new Columns("call");
    List<String> names = new ArrayList<>();
    Columns bars = new Columns("pool", "t", "took", "event");
    for (int row : rows) {
      calls.add(waits.call(row));
      names.add(words.call(waits.call(row)));
      long from = waits.from(row);
      bars.add(waits.pool(row), from, model.waitEnd(row) - from, waits.event(row));
    }
    json.key("waits").open('{');
    calls.write(json);
    json.strings("name", names);
    bars.write(json);
    json.key("more").value(more(waits.count(), rows.size(), shown)).close('}');
  }

  /** The times of some events, so that a link to any event can say when it was. */
  private void moments() {
    EventLog log = model.result().log();
    int kept = (int) (log.count() - log.first());
    moments("moments", log.first(), kept, i -> log.time(log.first() + i));
    BioTable bios = model.bios();
    int bio = bios.count() == 0 ? 0 : bios.number(0);
    int[] wholes = IntStream.range(0, bios.count()).filter(row -> !bios.isPart(row)).toArray();
    moments("bioMoments", bio, wholes.length, i -> bios.submitted(wholes[i]));
    CallTable calls = model.calls();
    int call = calls.count() == 0 ? 0 : calls.number(0);
    moments("callMoments", call, calls.count(), i -> calls.started(i));
  }

  /** Numbers are given in the order of time, so every so manieth is enough. */
  private void moments(String name, long first, int count, IntToLongFunction time) {
    int step = count / MOST_MOMENTS + 1;
    Columns times = new Columns("t").steps("t");
    for (int i = 0; i < count; i += step) {
      times.add(time.applyAsLong(i));
    }
    json.key(name).open('{').key("first").value(first).key("count").value(count);
    json.key("step").value(step);
    times.write(json);
    json.close('}');
  }

  private void grids(Timeline timeline) {
    int devices = timeline.binned() ? model.result().devices().size() : 0;
    json.key("grids").open('{').key("width").value(SectorGrid.nanosOfColumn(model));
    json.key("rows").value(SectorGrid.ROWS).key("of").open('[');
    for (int device = 0; device < Math.min(MOST_GRIDS, devices); device++) {
      grid(SectorGrid.of(model, device));
    }
    json.close(']').close('}');
  }

  private void grid(SectorGrid grid) {
    Columns cells = new Columns("cell", "bios", "failed").steps("cell");
    for (int cell = 0; cell < grid.bios().length; cell++) {
      if (grid.bios()[cell] > 0) {
        cells.add(cell, grid.bios()[cell], grid.failed()[cell]);
      }
    }
    json.open('{').key("first").value(grid.first()).key("end").value(grid.end());
    json.key("height").value(grid.sectorsOfRow());
    cells.write(json);
    json.close('}');
  }

  private static List<Integer> first(int count, int most, IntPredicate shown) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < count && rows.size() < most; row++) {
      if (shown.test(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static long more(int count, int written, IntPredicate shown) {
    long all = 0;
    for (int row = 0; row < count; row++) {
      all += shown.test(row) ? 1 : 0;
    }
    return all - written;
  }
}
