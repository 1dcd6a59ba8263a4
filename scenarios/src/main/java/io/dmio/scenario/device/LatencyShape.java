package io.dmio.scenario.device;

import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.SchemaDefinitions;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.NodeTuple;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A latency for all operations, or one for each: which one, the keys say.
 *
 * @param one a latency for all
 * @param perOp one for each
 */
public record LatencyShape(Shape<LatencyText> one, ObjectShape perOp)
    implements Shape<LatencyText> {

  @Override
  public @Nullable LatencyText read(Node node, Mistakes mistakes) {
    if (!isPerOp(node)) {
      return one.read(node, mistakes);
    }
    ParsedObject fields = perOp.read(node, mistakes);
    return fields == null ? null : new LatencyText.PerOp(fields);
  }

  private boolean isPerOp(Node node) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.entries()) {
        if (tuple.key() instanceof ScalarNode key
            && ObjectShape.find(perOp.keys(), key.text()) != null) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public String words() {
    return one.words() + ", or " + perOp.words();
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", List.of(one.schema(definitions), perOp.schema(definitions)));
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return one.fits(node);
  }
}
