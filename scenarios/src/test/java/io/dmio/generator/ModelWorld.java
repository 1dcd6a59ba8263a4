package io.dmio.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model takes from the text of a scenario, read on its own. */
final class ModelWorld {

  static final int SECTOR = 512;

  final Map<?, ?> root;
  final boolean linux;

  /** By number: disks in the order of their names, then tables. */
  final List<String> names = new ArrayList<>();

  final Map<String, Disk> disks = new TreeMap<>();
  final Map<String, List<String[]>> tables = new TreeMap<>();
  final List<Map<?, ?>> rules;
  final List<Map<?, ?>> events;

  /** Calls by their ids. */
  final Map<String, Map<?, ?>> steps = new LinkedHashMap<>();

  /**
   * A disk.
   *
   * @param block sectors of a logical block
   * @param pattern what it holds at the start, -1 for zeroes
   */
  record Disk(
      String name,
      long sectors,
      long block,
      boolean cached,
      int pattern,
      long mostDiscard,
      long mostZeroes) {}

  ModelWorld(String text) {
    root = YamlText.read(text);
    linux =
        map(root.get("engine")).get("dialect") instanceof String word && !word.equals("classic");
    map(root.get("devices")).forEach(this::device);
    names.addAll(disks.keySet());
    names.addAll(tables.keySet());
    rules = maps(root.get("faults"));
    events = maps(root.get("events"));
    map(root.get("tasks")).values().forEach(this::task);
  }

  static Map<?, ?> map(Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<Map<?, ?>> maps(Object node) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (node instanceof List<?> list) {
      list.forEach(item -> maps.add(map(item)));
    }
    return maps;
  }

  /** One text or several. */
  static List<String> texts(Object node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    } else if (node != null) {
      texts.add(String.valueOf(node));
    }
    return texts;
  }

  /** Bytes with a unit. */
  static long bytes(Object text) {
    String word = String.valueOf(text);
    return word.endsWith("KiB")
        ? 1024 * Long.parseLong(word.substring(0, word.length() - 3))
        : Long.parseLong(word.substring(0, word.length() - 1));
  }

  private static long number(Object node, long otherwise) {
    return node instanceof Number number ? number.longValue() : otherwise;
  }

  private void device(Object name, Object node) {
    Map<?, ?> device = map(node);
    if (device.get("table") instanceof List<?> lines) {
      tables.put(
          (String) name, lines.stream().map(line -> String.valueOf(line).split(" ")).toList());
      return;
    }
    Map<?, ?> limits = map(device.get("limits"));
    Object block = limits.get("logical-block");
    disks.put(
        (String) name,
        new Disk(
            (String) name,
            bytes(device.get("size")) / SECTOR,
            block == null ? 1 : bytes(block) / SECTOR,
            "write-back".equals(map(device.get("cache")).get("mode")),
            (int) number(map(device.get("content")).get("pattern"), -1),
            number(limits.get("max-discard-sectors"), 0),
            number(limits.get("max-write-zeroes-sectors"), 0)));
  }

  private void task(Object task) {
    steps(task instanceof List<?> ? task : map(task).get("steps"));
  }

  private void steps(Object list) {
    for (Map<?, ?> step : maps(list)) {
      if (step.get("id") instanceof String id) {
        steps.put(id, step);
      }
      steps(map(step.get("repeat")).get("steps"));
      steps(step.get("then"));
    }
  }

  /** The step of a call, by its name as in results; empty if the model does not know it. */
  Map<?, ?> step(String call) {
    return steps.getOrDefault(call.replaceAll("\\[.*", ""), Map.of());
  }

  /** Sectors of a device. */
  long sectors(String device) {
    Disk disk = disks.get(device);
    if (disk != null) {
      return disk.sectors();
    }
    String[] last = tables.get(device).get(tables.get(device).size() - 1);
    return Long.parseLong(last[0]) + Long.parseLong(last[1]);
  }

  /** Whether anything is done to the power or the path of a disk. */
  boolean isTroubled(String disk) {
    for (Map<?, ?> event : events) {
      if (event.containsKey("crash")
          || texts(event.get("power-cut")).contains(disk)
          || texts(event.get("offline")).contains(disk)) {
        return true;
      }
    }
    return false;
  }

  boolean hasEvent(String verb) {
    return events.stream().anyMatch(event -> event.containsKey(verb));
  }
}
