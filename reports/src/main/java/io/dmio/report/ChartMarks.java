package io.dmio.report;

import io.dmio.sim.EventLog;
import io.dmio.testbed.RunResult.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

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
    json.numbers("ruleNumbers", rules.size(), i -> rules.get(i).number());
    json.strings("ruleNames", rules.stream().map(RuleResult::name).toList());
    json.strings("ruleReasons", rules.stream().map(rule -> words.reason(rule.number())).toList());
    json.numbers("ruleLines", rules.size(), i -> words.shownLine(rules.get(i).number()));
  }

  private void faults() {
    FaultTrack faults = model.faultTrack();
    List<Integer> rows = first(faults.count(), MOST_FAULTS, this::showsFault);
    json.key("faults").open('{');
    int n = rows.size();
    json.numbers("t", n, i -> faults.time(rows.get(i)));
    json.numbers("rule", n, i -> faults.rule(rows.get(i)));
    json.numbers("device", n, i -> faults.device(rows.get(i)));
    json.numbers("sector", n, i -> faults.first(rows.get(i)));
    json.numbers("sectors", n, i -> faults.sectors(rows.get(i)));
    json.numbers("bio", n, i -> faults.bio(rows.get(i)));
    json.numbers("healed", n, i -> faults.healed(rows.get(i)));
    json.numbers("event", n, i -> faults.event(rows.get(i)));
    json.key("more").value(more(faults.count(), n, this::showsFault)).close('}');
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
    json.key("waits").open('{');
    int n = rows.size();
    json.numbers("call", n, i -> waits.call(rows.get(i)));
    json.strings("name", rows.stream().map(row -> words.call(waits.call(row))).toList());
    json.numbers("pool", n, i -> waits.pool(rows.get(i)));
    json.numbers("t", n, i -> waits.from(rows.get(i)));
    json.numbers("took", n, i -> model.waitEnd(rows.get(i)) - waits.from(rows.get(i)));
    json.numbers("event", n, i -> waits.event(rows.get(i)));
    json.key("more").value(more(waits.count(), n, shown)).close('}');
  }

  /** The times of some events, so that a link to any event can say when it was. */
  private void moments() {
    EventLog log = model.result().log();
    int kept = (int) (log.count() - log.first());
    moments("moments", log.first(), kept, i -> log.time(log.first() + i));
    BioTable bios = model.bios();
    int bio = bios.count() == 0 ? 0 : bios.number(0);
    moments("bioMoments", bio, bios.count(), i -> bios.submitted(i));
    CallTable calls = model.calls();
    int call = calls.count() == 0 ? 0 : calls.number(0);
    moments("callMoments", call, calls.count(), i -> calls.started(i));
  }

  /** Numbers are given in the order of time, so every so manieth is enough. */
  private void moments(String name, long first, int count, IntToLongFunction time) {
    int step = count / MOST_MOMENTS + 1;
    json.key(name).open('{').key("first").value(first).key("count").value(count);
    json.key("step").value(step);
    json.steps("t", (count + step - 1) / step, i -> time.applyAsLong(i * step)).close('}');
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
    List<Integer> cells = first(grid.bios().length, grid.bios().length, c -> grid.bios()[c] > 0);
    json.open('{').key("first").value(grid.first()).key("end").value(grid.end());
    json.key("height").value(grid.sectorsOfRow());
    json.steps("cell", cells.size(), i -> cells.get(i));
    json.numbers("bios", cells.size(), i -> grid.bios()[cells.get(i)]);
    json.numbers("failed", cells.size(), i -> grid.failed()[cells.get(i)]).close('}');
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
