package io.dmio.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes a scenario smaller by leaving out keys and items, as long as something still holds. */
final class Reducer {

  private final Predicate<String> holds;
  private Map<?, ?> tree;

  private Reducer(Map<?, ?> tree, Predicate<String> holds) {
    this.tree = tree;
    this.holds = holds;
  }

  /**
   * A text of which nothing more can be left out.
   *
   * @param holds what must hold for it, and does for the text as it is
   */
  static String reduce(String text, Predicate<String> holds) {
    Reducer reducer = new Reducer(YamlText.read(text), holds);
    while (reducer.pass()) {
      // again, until nothing more can be left out
    }
    return YamlText.of(reducer.tree);
  }

  /** Tries every place of the tree, the last first; returns whether anything was left out. */
  private boolean pass() {
    boolean smaller = false;
    List<List<Object>> places = new ArrayList<>();
    collect(tree, List.of(), places);
    for (int i = places.size() - 1; i >= 0; i--) {
      smaller |= tryWithout(places.get(i));
    }
    return smaller;
  }

  private static void collect(Object node, List<Object> path, List<List<Object>> places) {
    List<Object> keys = new ArrayList<>();
    if (node instanceof Map<?, ?> map) {
      keys.addAll(map.keySet());
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        keys.add(i);
      }
    }
    for (Object key : keys) {
      List<Object> below = new ArrayList<>(path);
      below.add(key);
      places.add(below);
      collect(child(node, key), below, places);
    }
  }

  private static Object child(Object node, Object key) {
    return node instanceof List<?> list ? list.get((Integer) key) : ((Map<?, ?>) node).get(key);
  }

  private boolean tryWithout(List<Object> path) {
    Map<?, ?> copy = YamlText.read(YamlText.of(tree));
    Object parent = copy;
    for (Object key : path.subList(0, path.size() - 1)) {
      parent = has(parent, key) ? child(parent, key) : null;
    }
    Object last = path.get(path.size() - 1);
    if (parent == null || !has(parent, last)) {
      return false;
    }
    forget(copy, child(parent, last));
    if (parent instanceof List<?> list) {
      list.remove((int) (Integer) last);
    } else {
      ((Map<?, ?>) parent).remove(last);
    }
    boolean good = holds.test(YamlText.of(copy));
    tree = good ? copy : tree;
    return good;
  }

  private static boolean has(Object node, Object key) {
    return node instanceof List<?> list
        ? key instanceof Integer index && index < list.size()
        : node instanceof Map<?, ?> map && map.containsKey(key);
  }

  /** What the whole run expects of a rule goes with it. */
  private static void forget(Map<?, ?> scenario, Object item) {
    if (item instanceof Map<?, ?> rule
        && rule.get("id") != null
        && scenario.get("expect") instanceof Map<?, ?> expect
        && expect.get("fired") instanceof Map<?, ?> fired) {
      fired.remove(rule.get("id"));
      if (fired.isEmpty()) {
        scenario.remove("expect");
      }
    }
  }
}
