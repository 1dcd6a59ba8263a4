package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key of an object. Keys are compared by identity: two objects may have keys of the same name.
 *
 * @param <T> its value
 */
public final class Key<T> {

  private final String name;
  private final Shape<T> shape;
  private final String about;
  private final Need need;

  private Key(String name, Shape<T> shape, String about, Need need) {
    this.name = name;
    this.shape = shape;
    this.about = about;
    this.need = need;
  }

  /** Whether a key must be there. */
  enum Need {
    /** It must be there. */
    REQUIRED,
    /** It may be there. */
    OPTIONAL,
    /** The language has it, dmio does not have it yet. */
    LATER
  }

  public static <T> Key<T> required(String name, Shape<T> shape, String about) {
    return new Key<>(name, shape, about, Need.REQUIRED);
  }

  public static <T> Key<T> optional(String name, Shape<T> shape, String about) {
    return new Key<>(name, shape, about, Need.OPTIONAL);
  }

  /** A key of the language that dmio does not have yet. */
  public static Key<Object> later(String name, String about) {
    return new Key<>(name, Unread.SHAPE, about, Need.LATER);
  }

  /** As written. */
  public String name() {
    return name;
  }

  /** What its value is. */
  public Shape<T> shape() {
    return shape;
  }

  /** What it means, and what holds without it. */
  public String about() {
    return about;
  }

  public boolean isRequired() {
    return need == Need.REQUIRED;
  }

  public boolean isLater() {
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
