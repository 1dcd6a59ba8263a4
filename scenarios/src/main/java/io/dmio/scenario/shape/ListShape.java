package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param words what it is
 * @param item what its items are
 * @param least how many there must be
 * @param <T> an item
 */
public record ListShape<T>(String words, Shape<T> item, int least) implements Shape<List<T>> {

  @Override
  public @Nullable List<T> read(Node node, Mistakes mistakes) {
    if (!(node instanceof SequenceNode sequence)) {
      Shape.expected(node, words, mistakes);
      return null;
    }
    if (sequence.elements().size() < least) {
      mistakes.report(node, "expected " + words + ", found too few", null);
      return null;
    }
    List<T> items = new ArrayList<>();
    for (Node child : sequence.elements()) {
      T value = item.read(child, mistakes);
      if (value != null) {
        items.add(value);
      }
    }
    return items;
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", item.schema(definitions));
    if (least > 0) {
      schema.put("minItems", least);
    }
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof SequenceNode;
  }
}
