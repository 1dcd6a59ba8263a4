package io.dmio.scenario.step;

import io.dmio.engine.IoRequest;
import io.dmio.formats.Trace;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.yaml.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The devices that stand for those of a trace. */
final class ReplayMap {

  private static final int LEFT_OUT = -1;

  private final SortedMap<String, Integer> groupOf = new TreeMap<>();
  private final List<List<Devices.Device>> groups = new ArrayList<>();

  /**
   * Makes it of what is written.
   *
   * @return null after mistakes were reported
   */
  static @Nullable ReplayMap of(
      ParsedObject replay, Trace trace, Devices devices, Mistakes mistakes) {
    ReplayKeys.Targets targets = replay.get(ReplayKeys.MAP);
    if (targets == null) {
      return null;
    }
    ReplayMap map = new ReplayMap();
    boolean right = true;
    SortedSet<String> recorded = trace.devices();
    if (targets.all() != null) {
      right = map.add(recorded, targets.all(), devices, mistakes);
    }
    for (Entry<List<Located<String>>> entry : targets.byName()) {
      if (!recorded.contains(entry.name())) {
        mistakes.report(
            entry.at(),
            "the trace has no device '" + entry.name() + "'",
            "it has: " + String.join(", ", recorded));
        right = false;
      } else if (entry.value() != null) {
        right &= map.add(List.of(entry.name()), entry.value(), devices, mistakes);
      }
    }
    return map.isComplete(replay, recorded, mistakes) && right ? map : null;
  }

  private boolean isComplete(ParsedObject replay, SortedSet<String> recorded, Mistakes mistakes) {
    List<String> missing = recorded.stream().filter(name -> !groupOf.containsKey(name)).toList();
    if (!missing.isEmpty() && !mistakes.hasAt(replay.at(ReplayKeys.MAP))) {
      mistakes.report(
          replay.at(ReplayKeys.MAP),
          "nothing stands for '" + missing.get(0) + "' of the trace",
          "the trace has: " + String.join(", ", recorded));
    }
    return missing.isEmpty();
  }

  private boolean add(
      Iterable<String> recorded, List<Located<String>> names, Devices devices, Mistakes mistakes) {
    List<Devices.Device> group = new ArrayList<>();
    for (Located<String> name : names) {
      Devices.Device device = devices.find(name.value(), name.at());
      if (device != null && group.contains(device)) {
        mistakes.report(name.at(), "'" + name.value() + "' stands here twice", null);
      } else if (device != null) {
        group.add(device);
      }
    }
    if (group.size() > IoRequest.MAX_REGIONS) {
      mistakes.report(
          names.get(0).at(), "a call has at most 64 regions, found " + group.size(), null);
    }
    if (names.isEmpty()) {
      recorded.forEach(name -> groupOf.put(name, LEFT_OUT));
      return true;
    }
    recorded.forEach(name -> groupOf.put(name, groups.size()));
    groups.add(group);
    return group.size() == names.size() && group.size() <= IoRequest.MAX_REGIONS;
  }

  /** Whether the requests to a device of the trace are done. */
  boolean has(String recorded) {
    return group(recorded) != LEFT_OUT;
  }

  /** The number of the group of a device of the trace. */
  int group(String recorded) {
    return groupOf.getOrDefault(recorded, 0);
  }

  /** The devices of a group. */
  List<Devices.Device> devices(int group) {
    return groups.get(group);
  }

  /** The smallest device of a group. */
  Devices.Device smallest(int group) {
    Devices.Device smallest = groups.get(group).get(0);
    for (Devices.Device device : groups.get(group)) {
      smallest = device.sectors() < smallest.sectors() ? device : smallest;
    }
    return smallest;
  }

  /** The numbers of the devices of each group. */
  List<List<Integer>> numbers() {
    List<List<Integer>> numbers = new ArrayList<>();
    for (List<Devices.Device> group : groups) {
      numbers.add(group.stream().map(Devices.Device::number).toList());
    }
    return numbers;
  }
}
