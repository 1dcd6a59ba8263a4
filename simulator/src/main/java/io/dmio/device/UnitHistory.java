package io.dmio.device;

import io.dmio.device.PowerCutRecord.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The different contents that one atomic unit may hold when power fails, in the order in which it
 * had them first. The first is what was durable.
 */
final class UnitHistory {

  private final long first;
  private final List<long[]> contents = new ArrayList<>();
  private final List<State> states = new ArrayList<>();

  /** Of each point of the history, its serial and its content's index. */
  private final List<Long> serials = new ArrayList<>();

  private final List<Integer> indices = new ArrayList<>();

  /**
   * Reads the history of a unit that is not durable.
   *
   * @param completed the serial of the last version that was not in flight
   */
  UnitHistory(WriteCache cache, long unit, long completed) {
    first = unit * cache.unitSectors();
    VersionStore versions = cache.versions();
    Map<long[], Integer> known = new TreeMap<>(Arrays::compare);
    for (int slot = cache.base(unit); slot != VersionStore.NONE; slot = versions.newer(slot)) {
      long[] content = versions.copy(slot);
      Integer index = known.putIfAbsent(content, contents.size());
      serials.add(versions.serial(slot));
      indices.add(index == null ? contents.size() : index);
      if (index == null) {
        states.add(stateOf(contents.isEmpty(), versions.serial(slot), completed));
        contents.add(content);
      }
    }
  }

  /** The first sector. */
  long first() {
    return first;
  }

  /** How many different contents there are. */
  int size() {
    return contents.size();
  }

  /** One of them. */
  long[] content(int index) {
    return contents.get(index);
  }

  /** How far it had come when the unit had it first. */
  State state(int index) {
    return states.get(index);
  }

  /** The content after all that came until a time. */
  int at(long serial) {
    int point = 0;
    while (point + 1 < serials.size() && serials.get(point + 1) <= serial) {
      point++;
    }
    return indices.get(point);
  }

  private static State stateOf(boolean durable, long serial, long completed) {
    if (durable) {
      return State.DURABLE;
    }
    return serial <= completed ? State.CACHED : State.IN_FLIGHT;
  }
}
