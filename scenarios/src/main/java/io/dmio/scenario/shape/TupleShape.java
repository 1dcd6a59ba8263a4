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
 * A list of a fixed length with a shape for each item.
 *
 * @param words what it is
 * @param items what its items are
 */
public record TupleShape(String words, List<Shape<Long>> items) implements Shape<List<Long>> {

  @Override
  public @Nullable List<Long> read(Node node, Mistakes mistakes) {
    if (!(node instanceof SequenceNode sequence) || sequence.elements().size() != items.size()) {
      Shape.expected(node, words, mistakes);
      return null;
    }
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Long value = items.get(i).read(sequence.elements().get(i), mistakes);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == items.size() ? values : null;
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("prefixItems", items.stream().map(item -> item.schema(definitions)).toList());
    schema.put("items", false);
    schema.put("minItems", items.size());
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof SequenceNode;
  }
}
