package io.dmio.scenario.shape;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named parts of a JSON schema, each written once. */
public final class SchemaDefinitions {

  private final Map<String, Object> parts = new TreeMap<>();

  /** A reference to a part, which is made when it is first asked for. */
  Map<String, Object> reference(String name, Supplier<Map<String, Object>> part) {
    String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    if (!parts.containsKey(key)) {
      parts.put(key, Map.of());
      parts.put(key, part.get());
    }
    return Map.of("$ref", "#/$defs/" + key);
  }

  public Map<String, Object> parts() {
    return parts;
  }
}
