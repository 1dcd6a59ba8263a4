package io.dmio.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees of YAML: maps that keep their order, lists, texts, numbers and flags. */
final class Flow {

  private Flow() {}

  /** A map of keys and values in turn. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /** A list that can grow. */
  static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }
}
