package io.dmio.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A key of an object.
 *
 * @param name as written
 * @param shape what its value is
 * @param about what it means, and what holds without it
 * @param need whether it must be there
 * @param <T> its value
 */
record Key<T>(String name, Shape<T> shape, String about, Need need) {

  /** Whether a key must be there. */
  enum Need {
    /** It must be there. */
    REQUIRED,
    /** It may be there. */
    OPTIONAL,
    /** The language has it, dmio does not have it yet. */
    LATER
  }

  static <T> Key<T> required(String name, Shape<T> shape, String about) {
    return new Key<>(name, shape, about, Need.REQUIRED);
  }

  static <T> Key<T> optional(String name, Shape<T> shape, String about) {
    return new Key<>(name, shape, about, Need.OPTIONAL);
  }

  /** A key of the language that dmio does not have yet. */
  static Key<Object> later(String name, String about) {
    return new Key<>(name, Unread.SHAPE, about, Need.LATER);
  }

  /** A key is equal to itself alone. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  /** By the name: what a record gets by itself is linked at run time, which every start would pay. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  boolean isLater() {
    return need == Need.LATER;
  }

  /** What stands for values that nobody reads. */
  private static final class Unread implements Shape<Object> {

    static final Unread SHAPE = new Unread();

    @Override
    public @Nullable Object read(Node node, Mistakes mistakes) {
      return null;
    }

    @Override
    public String words() {
      return "nothing";
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
      return Map.of("not", Map.of());
    }

    @Override
    public boolean fits(Node node) {
      return false;
    }
  }
}
