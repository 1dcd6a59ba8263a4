package io.dmio.scenario.device;

import io.dmio.block.Sectors;
import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What tables say of each other: that none stands on itself, and that blocks fit. */
final class TableGraph {

  private final Mistakes mistakes;
  private final Devices devices;
  private final Map<String, Position> places = new TreeMap<>();
  private final Map<Integer, Long> blocks = new TreeMap<>();
  private final Map<Integer, TableSpec> tables = new TreeMap<>();
  private final Map<Integer, List<TableLine>> written = new TreeMap<>();

  /**
   * Of each stacked device that is known to lead down to disks, how many tables there are to them.
   */
  private final Map<Integer, Integer> heights = new TreeMap<>();

  TableGraph(Mistakes mistakes, Devices devices, List<Entry<ParsedObject>> entries) {
    this.mistakes = mistakes;
    this.devices = devices;
    for (Entry<ParsedObject> entry : entries) {
      ParsedObject fields = entry.value();
      if (fields != null) {
        places.put(entry.name(), fields.at(DeviceKeys.TABLE));
        note(devices.number(entry.name()), fields);
      }
    }
  }

  private void note(int number, ParsedObject fields) {
    if (fields.has(DeviceKeys.TABLE)) {
      written.put(number, fields.get(DeviceKeys.TABLE, List.of()));
      return;
    }
    ParsedObject limits = fields.get(DeviceKeys.LIMITS);
    long bytes = limits == null ? Sectors.SIZE : limits.get(DeviceKeys.LOGICAL_BLOCK, 512L);
    blocks.put(number, Math.max(1, Sectors.ofBytes(bytes)));
  }

  /** Whether all is well. */
  boolean check(List<TableSpec> all) {
    all.forEach(table -> tables.put(table.id(), table));
    for (TableSpec table : all) {
      if (height(table, new ArrayList<>()) < 0) {
        return false;
      }
    }
    boolean good = true;
    for (TableSpec table : all) {
      good &= blocksFit(table);
    }
    return good;
  }

  /** How many tables stand on each other, this one on top; -1 after a mistake was reported. */
  private int height(TableSpec table, List<String> above) {
    Integer known = heights.get(table.id());
    if (known != null) {
      return known;
    }
    int circle = above.indexOf(table.name());
    above.add(table.name());
    if (circle >= 0) {
      List<String> way = above.subList(circle, above.size());
      return refuse(table, "a device that stands on itself: " + String.join(" on ", way));
    }
    int height = 1;
    for (int lower : table.lower().toArray()) {
      TableSpec below = tables.get(lower);
      boolean tooHigh = above.size() > Bounds.STACK;
      int under = below == null ? 0 : tooHigh ? Bounds.STACK : height(below, above);
      if (under < 0) {
        return under;
      }
      height = Math.max(height, under + 1);
    }
    above.remove(above.size() - 1);
    heights.put(table.id(), height);
    return height <= Bounds.STACK
        ? height
        : refuse(table, "more than " + Bounds.STACK + " tables stand on each other");
  }

  private int refuse(TableSpec table, String message) {
    mistakes.report(
        places.getOrDefault(table.name(), Position.START), message, "tables lead down to disks");
    return -1;
  }

  /** Whether every line begins, ends and lies at whole blocks of what is below. */
  private boolean blocksFit(TableSpec table) {
    List<TableLine> lines = written.getOrDefault(table.id(), List.of());
    for (int i = 0; i < lines.size(); i++) {
      TableSpec.Line line = table.lines().get(i);
      for (Lower lower : line.target().lower()) {
        long block = block(lower.device(), new TreeSet<>());
        if ((line.first() | line.count() | lower.sector()) % block != 0) {
          mistakes.report(
              lines.get(i).at(),
              "the blocks of '" + devices.name(lower.device()) + "' have " + block + " sectors",
              "start, length and offset must be multiples of " + block);
          return false;
        }
      }
    }
    return true;
  }

  private long block(int device, Set<Integer> seen) {
    TableSpec table = tables.get(device);
    if (table == null || !seen.add(device)) {
      return blocks.getOrDefault(device, 1L);
    }
    long largest = 1;
    for (int lower : table.lower().toArray()) {
      largest = Math.max(largest, block(lower, seen));
    }
    return largest;
  }
}
