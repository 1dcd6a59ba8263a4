package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.NodeTuple;
import io.dmio.scenario.yaml.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keys of one object of a file, read by their shapes. */
public final class ParsedObject {

  private final Position at;
  private final Map<Key<?>, Value> values = new HashMap<>();
  private @Nullable Key<?> verb;

  public ParsedObject(Node node) {
    this.at = node.at();
  }

  public void put(Key<?> key, NodeTuple tuple, Mistakes mistakes) {
    Object value = key.shape().read(tuple.value(), mistakes);
    values.put(key, new Value(tuple.key().at(), tuple.value().at(), value));
  }

  void verb(Key<?> key) {
    verb = key;
  }

  /** The one verb of a step or fault. */
  public Key<?> verb() {
    return Objects.requireNonNull(verb);
  }

  /** Where the object begins. */
  public Position at() {
    return at;
  }

  /** Whether the key is written, rightly or not. */
  public boolean has(Key<?> key) {
    return values.containsKey(key);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Where the value of a key stands, or where the object begins. */
  public Position at(Key<?> key) {
    Value value = values.get(key);
    return value == null ? at : value.at;
  }

  /** Where a key stands, or where the object begins. */
  public Position keyAt(Key<?> key) {
    Value value = values.get(key);
    return value == null ? at : value.keyAt;
  }

  /** The value, or null if it is absent or wrong. */
  @SuppressWarnings("unchecked") // put() has read it by the key's own shape
  public <T> @Nullable T get(Key<T> key) {
    Value value = values.get(key);
    return value == null ? null : (T) value.read;
  }

  /** The value, or another if it is absent or wrong. */
  public <T> T get(Key<T> key, T otherwise) {
    T value = get(key);
    return value == null ? otherwise : value;
  }

  private record Value(Position keyAt, Position at, @Nullable Object read) {}
}
