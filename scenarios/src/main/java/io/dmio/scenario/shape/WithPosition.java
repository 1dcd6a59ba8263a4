package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shape whose values carry where they stand.
 *
 * @param inner the shape
 * @param <T> its values
 */
public record WithPosition<T>(Shape<T> inner) implements Shape<Located<T>> {

  @Override
  public @Nullable Located<T> read(Node node, Mistakes mistakes) {
    T value = inner.read(node, mistakes);
    return value == null ? null : new Located<>(value, node.at());
  }

  @Override
  public String words() {
    return inner.words();
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    return inner.schema(definitions);
  }

  @Override
  public boolean fits(Node node) {
    return inner.fits(node);
  }
}
