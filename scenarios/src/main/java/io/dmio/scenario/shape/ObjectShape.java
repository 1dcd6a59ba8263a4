package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.NodeTuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with named keys.
 *
 * @param name what it is called, with its article left out
 * @param about what it means
 * @param keys its keys
 */
public record ObjectShape(String name, String about, List<Key<?>> keys)
    implements Shape<ParsedObject> {

  public ObjectShape {
    keys = List.copyOf(keys);
  }

  @Override
  public @Nullable ParsedObject read(Node node, Mistakes mistakes) {
    if (!(node instanceof MappingNode mapping)) {
      Shape.expected(node, words(), mistakes);
      return null;
    }
    ParsedObject fields = new ParsedObject(node);
    MappingKeys seen = new MappingKeys(mistakes);
    for (NodeTuple tuple : mapping.entries()) {
      String text = seen.accept(tuple.key());
      if (text != null) {
        take(text, tuple, fields, mistakes);
      }
    }
    for (Key<?> key : keys) {
      if (key.isRequired() && !fields.has(key)) {
        mistakes.report(node, "missing key '" + key.name() + "' in " + name, key.about());
      }
    }
    return fields;
  }

  private void take(String text, NodeTuple tuple, ParsedObject fields, Mistakes mistakes) {
    Key<?> key = find(keys, text);
    if (key == null) {
      mistakes.report(
          tuple.key(), "unknown key '" + text + "' in " + name, Guess.of(text, names(keys)));
    } else if (key.isLater()) {
      reportLater(key, tuple.key(), mistakes);
    } else {
      fields.put(key, tuple, mistakes);
    }
  }

  static void reportLater(Key<?> key, Node at, Mistakes mistakes) {
    mistakes.report(
        at, "not yet: '" + key.name() + "' (" + key.about() + ")", "this dmio cannot do it");
  }

  public static @Nullable Key<?> find(List<Key<?>> keys, String name) {
    for (Key<?> key : keys) {
      if (key.name().equals(name)) {
        return key;
      }
    }
    return null;
  }

  /** The names of the keys that dmio has. */
  static List<String> names(List<Key<?>> keys) {
    return keys.stream().filter(key -> !key.isLater()).map(Key::name).toList();
  }

  @Override
  public String words() {
    return "a mapping of " + String.join(", ", names(keys));
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    return definitions.reference(name, () -> objectSchema(about, keys, List.of(), definitions));
  }

  /** The schema of an object in which some optional keys are required nevertheless. */
  static Map<String, Object> objectSchema(
      String about, List<Key<?>> keys, List<Key<?>> demanded, SchemaDefinitions definitions) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Key<?> key : keys) {
      if (!key.isLater()) {
        Map<String, Object> property = new LinkedHashMap<>(key.shape().schema(definitions));
        property.put("description", key.about());
        properties.put(key.name(), property);
        if (key.isRequired() || demanded.contains(key)) {
          required.add(key.name());
        }
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("description", about);
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof MappingNode;
  }
}
