package io.dmio.scenario.device;

import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TargetSpec;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Sorted;
import io.dmio.scenario.yaml.Mistakes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes stacked devices of their tables. */
public final class TableCompiler {

  private final Mistakes mistakes;
  private final Devices devices;
  private final TargetCompiler targets;
  private boolean complete = true;

  public TableCompiler(Mistakes mistakes, Devices devices) {
    this.mistakes = mistakes;
    this.devices = devices;
    this.targets = new TargetCompiler(mistakes, devices);
  }

  /**
   * All tables, in the order of their devices' numbers; null after mistakes were reported, here or
   * when the lines were read.
   */
  public @Nullable List<TableSpec> compile(List<Entry<ParsedObject>> entries) {
    List<TableSpec> tables = new ArrayList<>();
    for (Entry<ParsedObject> entry : Sorted.byName(entries)) {
      ParsedObject fields = entry.value();
      if (fields != null && fields.has(DeviceKeys.TABLE)) {
        TableSpec table = table(entry.name(), fields.get(DeviceKeys.TABLE, List.of()));
        complete &= table != null;
        if (table != null) {
          tables.add(table);
        }
      }
    }
    complete = complete && new TableGraph(mistakes, devices, entries).check(tables);
    return complete ? tables : null;
  }

  private @Nullable TableSpec table(String name, List<TableLine> written) {
    boolean gapless = followEachOther(written);
    List<TableSpec.Line> lines = new ArrayList<>();
    for (TableLine line : written) {
      TargetSpec target = targets.compile(line);
      if (line.first() != null && line.count() != null && target != null) {
        lines.add(new TableSpec.Line(line.first().value(), line.count().value(), target));
      }
    }
    boolean whole = gapless && !lines.isEmpty() && lines.size() == written.size();
    return whole ? new TableSpec(devices.number(name), name, lines) : null;
  }

  /** Whether a table begins at sector 0 and has neither gaps nor overlaps. */
  private boolean followEachOther(List<TableLine> lines) {
    long expected = 0;
    boolean good = true;
    for (TableLine line : lines) {
      Located<Long> first = line.first();
      if (first != null && expected >= 0 && first.value() != expected) {
        reportBreak(first, expected);
        good = false;
      }
      expected = line.end();
      if (expected < 0 && first != null && line.count() != null) {
        mistakes.report(line.count().at(), "too large: the line ends past all sectors", null);
      }
      good &= expected >= 0;
    }
    return good;
  }

  private void reportBreak(Located<Long> first, long expected) {
    long found = first.value();
    String what =
        expected == 0
            ? "a table begins at sector 0, this one at " + found
            : found > expected
                ? "a gap: nothing says what sectors " + expected + "-" + (found - 1) + " are"
                : "an overlap: the line before goes on to sector " + (expected - 1);
    mistakes.report(first.at(), what, "write " + expected);
  }
}
