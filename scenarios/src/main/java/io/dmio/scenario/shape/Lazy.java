package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shape that is asked for only when it is needed, for objects that contain each other.
 *
 * @param shape gives it
 * @param words what it is
 * @param <T> its values
 */
public record Lazy<T>(Supplier<Shape<T>> shape, String words) implements Shape<T> {

  @Override
  public @Nullable T read(Node node, Mistakes mistakes) {
    return shape.get().read(node, mistakes);
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    return shape.get().schema(definitions);
  }

  @Override
  public boolean fits(Node node) {
    return shape.get().fits(node);
  }
}
