package io.dmio.scenario.shape;

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
 * A mapping from names to values of one shape.
 *
 * @param words what it is
 * @param name what its keys are
 * @param value what its values are
 * @param least how many there must be
 * @param <T> a value
 */
public record MapShape<T>(String words, Scalar<?> name, Shape<T> value, int least)
    implements Shape<List<Entry<T>>> {

  @Override
  public @Nullable List<Entry<T>> read(Node node, Mistakes mistakes) {
    if (!(node instanceof MappingNode mapping)) {
      Shape.expected(node, words, mistakes);
      return null;
    }
    if (mapping.entries().size() < least) {
      mistakes.report(node, "expected " + words + ", found none", null);
      return null;
    }
    MappingKeys seen = new MappingKeys(mistakes);
    List<Entry<T>> entries = new ArrayList<>();
    for (NodeTuple tuple : mapping.entries()) {
      String key = seen.accept(tuple.key());
      if (key != null) {
        name.read(tuple.key(), mistakes);
        T read = value.read(tuple.value(), mistakes);
        entries.add(new Entry<>(key, tuple.key().at(), read));
      }
    }
    return entries;
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("propertyNames", name.schema(definitions));
    schema.put("additionalProperties", value.schema(definitions));
    if (least > 0) {
      schema.put("minProperties", least);
    }
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof MappingNode;
  }
}
